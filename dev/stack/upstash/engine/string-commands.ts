import type { Command, Context } from './command.ts';
import { parseSetOptions } from './parse-set-options.ts';
import { parsePositiveTime } from './parse-time.ts';
import type { Reply } from './reply.ts';
import { readValue } from './value.ts';

export const stringCommands: Command[] = [
  { name: 'get', arity: 2, run: get },
  { name: 'mget', arity: -2, run: mget },
  { name: 'strlen', arity: 2, run: strlen },
  { name: 'set', arity: -3, writes: true, run: set },
  { name: 'setex', arity: 4, writes: true, run: setex },
  { name: 'setnx', arity: 3, writes: true, run: setnx },
  { name: 'getdel', arity: 2, writes: true, run: getdel },
];

function get({ store }: Context, key: string): string | null {
  return readValue(store, key, 'string')?.data ?? null;
}

function mget({ store }: Context, ...keys: string[]) {
  return keys.map((key) => {
    const value = store.read(key)?.value;
    return value?.type === 'string' ? value.data : null;
  });
}

function strlen({ store }: Context, key: string) {
  return readValue(store, key, 'string')?.data.length ?? 0;
}

type SetWords = [value: string, ...options: string[]];

function set(context: Context, key: string, ...[value, ...words]: SetWords): Reply {
  const { store, nowMs } = context;
  const options = parseSetOptions(words);
  const expiresAtMs = options.time && parsePositiveTime(options.time, nowMs, 'set');
  const before = options.get ? get(context, key) : null;
  const entry = store.find(key);
  if (options.only !== null && (options.only === 'XX') !== (entry !== undefined)) return before;
  const kept = options.keepTtl ? (entry?.expiresAtMs ?? null) : null;
  store.put(key, { type: 'string', data: value }, expiresAtMs ?? kept);
  return options.get ? before : 'OK';
}

function setex({ store, nowMs }: Context, key: string, ...words: [seconds: string, value: string]) {
  const [amount, value] = words;
  const expiresAtMs = parsePositiveTime({ unit: 'EX', amount }, nowMs, 'setex');
  store.put(key, { type: 'string', data: value }, expiresAtMs);
  return 'OK';
}

function setnx({ store }: Context, key: string, value: string) {
  if (store.find(key) !== undefined) return 0;
  store.put(key, { type: 'string', data: value });
  return 1;
}

function getdel(context: Context, key: string) {
  const value = get(context, key);
  context.store.remove(key);
  return value;
}
