import type { Command, Context } from './command.ts';
import { dropIfEmpty, findValue, readValue } from './value.ts';

export const setCommands: Command[] = [
  { name: 'smembers', arity: 2, run: smembers },
  { name: 'scard', arity: 2, run: scard },
  { name: 'sismember', arity: 3, run: sismember },
  { name: 'sadd', arity: -3, writes: true, run: sadd },
  { name: 'srem', arity: -3, writes: true, run: srem },
];

function smembers({ store }: Context, key: string) {
  return [...(readValue(store, key, 'set')?.data ?? [])];
}

function scard({ store }: Context, key: string) {
  return readValue(store, key, 'set')?.data.size ?? 0;
}

function sismember({ store }: Context, key: string, member: string) {
  return readValue(store, key, 'set')?.data.has(member) ? 1 : 0;
}

function sadd({ store }: Context, key: string, ...members: string[]) {
  const value = findValue(store, key, 'set');
  const data = value?.data ?? new Set<string>();
  const sizeBefore = data.size;
  for (const member of members) data.add(member);
  if (value === undefined) store.put(key, { type: 'set', data });
  return data.size - sizeBefore;
}

function srem({ store }: Context, key: string, ...members: string[]) {
  const data = findValue(store, key, 'set')?.data;
  if (data === undefined) return 0;
  const removed = members.filter((member) => data.delete(member)).length;
  dropIfEmpty(store, key, data.size);
  return removed;
}
