import type { Command, Context } from './command.ts';
import { addInt64, parseInt64, readInt64 } from './parse-integer.ts';
import { RedisError, wrongArity } from './reply.ts';
import { dropIfEmpty, findValue, readValue } from './value.ts';

export const hashCommands: Command[] = [
  { name: 'hget', arity: 3, run: hget },
  { name: 'hgetall', arity: 2, run: hgetall },
  { name: 'hset', arity: -4, writes: true, run: hset },
  { name: 'hdel', arity: -3, writes: true, run: hdel },
  { name: 'hincrby', arity: 4, writes: true, run: hincrby },
];

function hget({ store }: Context, key: string, field: string) {
  return readValue(store, key, 'hash')?.data.get(field) ?? null;
}

function hgetall({ store }: Context, key: string) {
  return [...(readValue(store, key, 'hash')?.data ?? [])].flat();
}

function hset({ store }: Context, key: string, ...words: string[]) {
  if (words.length % 2 !== 0) throw wrongArity('hset');
  const fields = openHash(store, key);
  const sizeBefore = fields.size;
  const rest = words.values();
  for (const field of rest) fields.set(field, rest.next().value ?? '');
  return fields.size - sizeBefore;
}

function hdel({ store }: Context, key: string, ...names: string[]) {
  const fields = findValue(store, key, 'hash')?.data;
  if (fields === undefined) return 0;
  const removed = names.filter((name) => fields.delete(name)).length;
  dropIfEmpty(store, key, fields.size);
  return removed;
}

function hincrby({ store }: Context, key: string, ...[field, amount]: [string, string]) {
  const change = parseInt64(amount);
  const before = readInt64(findValue(store, key, 'hash')?.data.get(field) ?? '0');
  if (before === null) throw new RedisError('ERR hash value is not an integer');
  const sum = addInt64(before, change);
  openHash(store, key).set(field, String(sum));
  return Number(sum);
}

function openHash(store: Context['store'], key: string): Map<string, string> {
  const fields = findValue(store, key, 'hash')?.data;
  if (fields !== undefined) return fields;
  const data = new Map<string, string>();
  store.put(key, { type: 'hash', data });
  return data;
}
