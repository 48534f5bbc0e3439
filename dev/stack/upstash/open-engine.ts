import type { Backend } from './backend.ts';
import { createEngine } from './engine/create-engine.ts';
import { findCommand } from './engine/find-command.ts';
import type { Outcome } from './engine/reply.ts';
import { readJournal, startJournal } from './journal.ts';

const REWRITE_ABOVE_BYTES = 16 * 2 ** 20;

type Options = { file: string; now: () => number; rewriteAboveBytes?: number };

/** An engine whose data outlives the process, a killed one too: a change is in the file before it is answered. */
export function openEngine(options: Options): Backend {
  const { file, now, rewriteAboveBytes = REWRITE_ABOVE_BYTES } = options;
  let nowMs = now();
  const engine = createEngine({ now: () => nowMs });
  for (const { atMs, commands } of readJournal(file)) {
    nowMs = atMs;
    engine.multi(commands);
  }
  nowMs = now();
  const toRecord = (commands: string[][]) => ({ atMs: nowMs, commands });
  const snapshot = () => engine.dump().map(toRecord);
  const journal = startJournal({ file, snapshot, rewriteAboveBytes });

  return {
    call(command) {
      nowMs = now();
      const result = engine.call(command);
      if (isWrite(command)) journal.append(toRecord([command]));
      return result;
    },
    multi(commands) {
      nowMs = now();
      const outcomes = engine.multi(commands);
      const changes = commands.filter((command, index) => isWrite(command, outcomes[index]));
      if (changes.length > 0) journal.append(toRecord(changes));
      return outcomes;
    },
    close: journal.close,
  };
}

function isWrite(command: string[], outcome?: Outcome): boolean {
  const failed = outcome !== undefined && 'error' in outcome;
  return !failed && findCommand(command).writes === true;
}
