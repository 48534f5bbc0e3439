import { nextSeq } from '../../core/snapshot/next-seq.ts';
import { publishWords } from '../../core/snapshot/public-words.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { openDb } from '../../db/client.ts';
import { explainDbError } from '../../db/explain-error.ts';
import { readWords } from '../../db/queries/public-words.ts';
import { readSnapshot } from '../shared/snapshot-store.ts';
import { planSeries } from './jobs/plan-maintenance.ts';
import { publishFresh, publishSnapshot, readCurrentBanner, wordsOf } from './jobs/publish-words.ts';
import { readSettings } from './settings.ts';

const DEADLINE_MS = 4_000;

/** The snapshot that has it; null: nothing was published before, and the next tick publishes it. */
export type Republished = { seq: number | null };

/** Publishes what people say now, with what was measured last. */
export async function republish(env: MonitorEnv, nowMs: number): Promise<Republished> {
  const [previous, stored] = await Promise.all([readSnapshot(env.STATUS_KV), read(env, nowMs)]);
  if (previous === null) return { seq: null };
  const fresh = stored === null ? null : publishWords(stored, nowMs);
  const words = (await publishFresh(env.STATUS_KV, fresh)) ?? wordsOf(previous);
  const banner = await readCurrentBanner(env.STATUS_KV, previous, nowMs);
  const seq = nextSeq(previous.seq, nowMs);
  const next: Snapshot = { ...previous, ...words, banner, seq };
  await publishSnapshot(env.STATUS_KV, previous, next);
  return { seq };
}

async function read(env: MonitorEnv, nowMs: number) {
  const { DATABASE_URL } = readSettings(env).settings;
  if (DATABASE_URL === null) return null;
  const db = openDb(DATABASE_URL, AbortSignal.timeout(DEADLINE_MS));
  try {
    await planSeries(db, nowMs);
    return await readWords(db, nowMs);
  } catch (error) {
    console.error(`Cannot read what to publish: ${explainDbError(error)}`);
    return null;
  }
}
