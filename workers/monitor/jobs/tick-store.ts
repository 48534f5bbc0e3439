import { openDb } from '../../../db/client.ts';
import { explainDbError } from '../../../db/explain-error.ts';
import {
  commitTick,
  readRun,
  readState,
  type StoredState,
  type Tick,
} from '../../../db/queries/ticks.ts';
import { sayOnChange } from '../../shared/log.ts';

const READ_DEADLINE_MS = 2_000;
const WRITE_DEADLINE_MS = 5_000;
const UNTIL_THEN =
  'Until the database of DATABASE_URL answers, the page goes on and no round is kept';

/** `lost`: another tick has committed this slot. `away`: Postgres gave no answer; nothing is known of the tick. */
export type CommitEnd = 'committed' | 'lost' | 'away';

/** The state before this tick, or null while Postgres is away. */
export async function readTickState(
  url: string | null,
  sinceMs: number,
): Promise<StoredState | null> {
  if (url === null) return null;
  try {
    const state = await readState(open(url, READ_DEADLINE_MS), sinceMs);
    sayOnChange('postgres', 'Postgres answers');
    return state;
  } catch (error) {
    sayOnChange('postgres', `Cannot read from Postgres: ${explainDbError(error)}. ${UNTIL_THEN}`);
    return null;
  }
}

/** Commits a tick. An unclear answer is asked about once: it was committed, or it is sent once more. */
export async function commitTickOnce(url: string, tick: Tick): Promise<CommitEnd> {
  try {
    return toEnd(await commitTick(open(url, WRITE_DEADLINE_MS), tick));
  } catch {
    return commitAgain(url, tick);
  }
}

async function commitAgain(url: string, tick: Tick): Promise<CommitEnd> {
  try {
    if ((await readRun(open(url, READ_DEADLINE_MS))) === tick.run) return 'committed';
    return toEnd(await commitTick(open(url, WRITE_DEADLINE_MS), tick));
  } catch (error) {
    sayOnChange('postgres', `Cannot write to Postgres: ${explainDbError(error)}. ${UNTIL_THEN}`);
    return 'away';
  }
}

function toEnd(committed: boolean): CommitEnd {
  return committed ? 'committed' : 'lost';
}

function open(url: string, deadlineMs: number) {
  return openDb(url, AbortSignal.timeout(deadlineMs));
}
