import type { Reply } from './reply.ts';
import type { Store } from './store.ts';

export type Context = {
  store: Store;
  nowMs: number;
  startedAtMs: number;
  /** Commands run since the start, this one included. */
  commandCount: number;
};

export type Command = {
  name: string;
  /** As Redis states it: the number of words, the name included; negative where it is only the least. */
  arity: number;
  /** It may change data, so it belongs in the journal. */
  writes?: true;
  /** The arity is checked before, so a parameter list may ask for that many strings. */
  run: (context: Context, ...args: string[]) => Reply;
};
