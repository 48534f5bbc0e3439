import type { Db } from '../../../db/client.ts';

/** Something the monitor does beside its ticks. It may run twice: the second run changes nothing. */
export type Job = {
  name: string;
  /** Runs in the first tick of every so many minutes. */
  everyMin: number;
  /** Runs also after a tick that changed the ledger. */
  onChange?: true;
  run: (context: { db: Db; untilMs: number }) => Promise<void>;
};
