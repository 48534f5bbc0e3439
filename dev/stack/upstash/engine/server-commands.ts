import type { Command, Context } from './command.ts';
import { info } from './info.ts';
import { wrongArity } from './reply.ts';

export const serverCommands: Command[] = [
  { name: 'ping', arity: -1, run: ping },
  { name: 'time', arity: 1, run: time },
  { name: 'info', arity: -1, run: info },
];

function ping(_: Context, ...words: string[]) {
  if (words.length > 1) throw wrongArity('ping');
  return words[0] ?? 'PONG';
}

/** Seconds, and the microseconds that have passed since. */
function time({ nowMs }: Context) {
  return [String(Math.floor(nowMs / 1000)), String((nowMs % 1000) * 1000)];
}
