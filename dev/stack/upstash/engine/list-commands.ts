import type { Command, Context } from './command.ts';
import { parseInteger } from './parse-integer.ts';
import { RedisError, wrongArity, type Reply } from './reply.ts';
import { resolveRange } from './resolve-range.ts';
import { dropIfEmpty, findValue, readValue } from './value.ts';

export const listCommands: Command[] = [
  { name: 'llen', arity: 2, run: llen },
  { name: 'lrange', arity: 4, run: lrange },
  { name: 'ltrim', arity: 4, writes: true, run: ltrim },
  { name: 'rpush', arity: -3, writes: true, run: rpush },
  { name: 'lpush', arity: -3, writes: true, run: lpush },
  popCommand('lpop', (items, count) => items.splice(0, count)),
  popCommand('rpop', (items, count) => items.splice(-count, count).toReversed()),
];

function llen({ store }: Context, key: string) {
  return readValue(store, key, 'list')?.data.length ?? 0;
}

type RangeWords = [start: string, stop: string];

function lrange({ store }: Context, key: string, ...words: RangeWords) {
  const [start, stop] = [parseInteger(words[0]), parseInteger(words[1])];
  const items = readValue(store, key, 'list')?.data ?? [];
  return items.slice(...resolveRange(items.length, start, stop));
}

function ltrim({ store }: Context, key: string, ...words: RangeWords) {
  const [start, stop] = [parseInteger(words[0]), parseInteger(words[1])];
  const value = findValue(store, key, 'list');
  if (value === undefined) return 'OK';
  value.data = value.data.slice(...resolveRange(value.data.length, start, stop));
  dropIfEmpty(store, key, value.data.length);
  return 'OK';
}

function rpush({ store }: Context, key: string, ...items: string[]) {
  return openList(store, key).push(...items);
}

function lpush({ store }: Context, key: string, ...items: string[]) {
  return openList(store, key).unshift(...items.toReversed());
}

function openList(store: Context['store'], key: string): string[] {
  const items = findValue(store, key, 'list')?.data;
  if (items !== undefined) return items;
  const data: string[] = [];
  store.put(key, { type: 'list', data });
  return data;
}

/** `take` removes that many items and gives them in the order they leave the list. */
function popCommand(name: string, take: (items: string[], count: number) => string[]): Command {
  function pop({ store }: Context, key: string, ...counts: string[]): Reply {
    if (counts.length > 1) throw wrongArity(name);
    const count = counts[0] === undefined ? null : parseCount(counts[0]);
    const items = findValue(store, key, 'list')?.data;
    if (items === undefined) return null;
    const taken = count === 0 ? [] : take(items, count ?? 1);
    dropIfEmpty(store, key, items.length);
    return count === null ? (taken[0] ?? null) : taken;
  }
  return { name, arity: -2, writes: true, run: pop };
}

function parseCount(text: string) {
  if (!/^\d+$/.test(text)) throw new RedisError('ERR value is out of range, must be positive');
  return parseInteger(text);
}
