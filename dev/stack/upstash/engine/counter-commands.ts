import type { Command, Context } from './command.ts';
import { addInt64, isInt64, parseInt64 } from './parse-integer.ts';
import { RedisError } from './reply.ts';
import { findValue } from './value.ts';

export const counterCommands: Command[] = [
  { name: 'incr', arity: 2, writes: true, run: (context, key: string) => add(context, key, 1n) },
  { name: 'decr', arity: 2, writes: true, run: (context, key: string) => add(context, key, -1n) },
  { name: 'incrby', arity: 3, writes: true, run: incrby },
  { name: 'decrby', arity: 3, writes: true, run: decrby },
];

function incrby(context: Context, key: string, amount: string) {
  return add(context, key, parseInt64(amount));
}

function decrby(context: Context, key: string, amount: string) {
  const change = -parseInt64(amount);
  if (!isInt64(change)) throw new RedisError('ERR decrement would overflow');
  return add(context, key, change);
}

function add({ store }: Context, key: string, change: bigint) {
  const value = findValue(store, key, 'string');
  const sum = addInt64(parseInt64(value?.data ?? '0'), change);
  if (value === undefined) store.put(key, { type: 'string', data: String(sum) });
  else value.data = String(sum);
  return Number(sum);
}
