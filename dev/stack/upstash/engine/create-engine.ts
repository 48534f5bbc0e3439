import { dump } from './dump.ts';
import { findCommand } from './find-command.ts';
import { RedisError, toOutcome, type Outcome, type Reply } from './reply.ts';
import { createStore } from './store.ts';

export type Engine = {
  /** Throws a RedisError where Redis answers with one. */
  call: (command: string[]) => Reply;
  /** All or, where one is unknown or has too few words, none; one that fails while running stops no other. */
  multi: (commands: string[][]) => Outcome[];
  dump: () => string[][][];
};

/** The part of Redis 7 the product uses, in memory. `now` is in epoch milliseconds. */
export function createEngine({ now }: { now: () => number }): Engine {
  const store = createStore();
  const startedAtMs = now();
  let commandCount = 0;

  function run(words: string[], nowMs: number): Reply {
    const command = findCommand(words);
    store.dropExpired(nowMs);
    commandCount += 1;
    return command.run({ store, nowMs, startedAtMs, commandCount }, ...words.slice(1));
  }

  return {
    call: (words) => run(words, now()),
    multi(commands) {
      if (!commands.every(isCallable)) throw aborted();
      const nowMs = now();
      return commands.map((words) => attempt(() => run(words, nowMs)));
    },
    dump() {
      store.dropExpired(now());
      return dump(store);
    },
  };
}

function isCallable(words: string[]) {
  return 'result' in attempt(() => findCommand(words).name);
}

function attempt(run: () => Reply): Outcome {
  try {
    return { result: run() };
  } catch (error) {
    return toOutcome(error);
  }
}

function aborted() {
  return new RedisError('EXECABORT Transaction discarded because of previous errors.');
}
