import type { Outcome, Reply } from './engine/reply.ts';

/**
 * What answers behind the endpoint: the engine or a real Redis. Strings hold bytes, one per character. Both methods
 * throw a RedisError where Redis refuses.
 */
export type Backend = {
  call: (command: string[]) => Reply | Promise<Reply>;
  multi: (commands: string[][]) => Outcome[] | Promise<Outcome[]>;
  close: () => void;
};
