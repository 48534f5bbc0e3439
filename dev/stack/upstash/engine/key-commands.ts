import type { Command, Context } from './command.ts';
import { matchGlob } from './match-glob.ts';
import { syntaxError } from './reply.ts';
import { scan } from './scan.ts';

export const keyCommands: Command[] = [
  { name: 'exists', arity: -2, run: exists },
  { name: 'type', arity: 2, run: type },
  { name: 'keys', arity: 2, run: keys },
  { name: 'scan', arity: -2, run: scan },
  { name: 'dbsize', arity: 1, run: ({ store }) => store.entries.size },
  { name: 'del', arity: -2, writes: true, run: del },
  { name: 'flushall', arity: -1, writes: true, run: flush },
  { name: 'flushdb', arity: -1, writes: true, run: flush },
];

function exists({ store }: Context, ...names: string[]) {
  return names.filter((key) => store.read(key) !== undefined).length;
}

function type({ store }: Context, key: string) {
  return store.read(key)?.value.type ?? 'none';
}

function keys({ store }: Context, pattern: string) {
  return [...store.entries.keys()].filter(matchGlob(pattern));
}

function del({ store }: Context, ...names: string[]) {
  return names.filter((key) => store.remove(key)).length;
}

function flush({ store }: Context, ...modes: string[]) {
  const known = modes.every((mode) => ['ASYNC', 'SYNC'].includes(mode.toUpperCase()));
  if (!known || modes.length > 1) throw syntaxError();
  store.entries.clear();
  return 'OK';
}
