import { openDb } from '../../../db/client.ts';
import { explainDbError } from '../../../db/explain-error.ts';
import { jobs } from './index.ts';
import type { Job, JobContext } from './job.ts';

const DEADLINE_MS = 15_000;
const MINUTE_MS = 60_000;

type Tick = { tickMs: number; slotMs: number; hasChanged: boolean };
type Given = Omit<JobContext, 'db' | 'untilMs'>;

/** Runs the jobs that are due after a tick that was stored, one after the other; each fails alone. */
export async function runJobs(databaseUrl: string, tick: Tick, given: Given): Promise<void> {
  for (const job of jobs.filter((candidate) => isDue(candidate, tick))) {
    const db = openDb(databaseUrl, AbortSignal.timeout(DEADLINE_MS));
    try {
      await job.run({ ...given, db, untilMs: tick.tickMs + tick.slotMs });
    } catch (error) {
      console.error(`Cannot finish the job ${job.name}: ${explainDbError(error)}`);
    }
  }
}

function isDue({ everyMin, onChange }: Job, { tickMs, slotMs, hasChanged }: Tick): boolean {
  if (everyMin === 0 || (onChange === true && hasChanged)) return true;
  return tickMs % (everyMin * MINUTE_MS) < slotMs;
}
