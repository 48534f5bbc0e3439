import type { Db } from '../../../db/client.ts';
import type { Settings } from '../settings.ts';

export type JobContext = {
  db: Db;
  kv: KVNamespace;
  settings: Settings;
  /** The end of the slot that was stored last: what came before it is known. */
  untilMs: number;
  nowMs: number;
};

/** Something the monitor does beside its ticks. It may run twice: the second run changes nothing. */
export type Job = {
  name: string;
  /** Runs in the first tick of every so many minutes; 0 is every tick. */
  everyMin: number;
  /** Runs also after a tick that changed the ledger. */
  onChange?: true;
  run: (context: JobContext) => Promise<void>;
};
