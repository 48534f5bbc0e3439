import { decideIncidents } from '../../../core/incidents/decide-incidents.ts';
import { stepWindows } from '../../../core/incidents/maintenance-window.ts';
import { patienceFor, policyFor } from '../../../core/incidents/scale-policy.ts';
import { seeServices } from '../../../core/incidents/see-services.ts';
import type { SeenService } from '../../../core/incidents/seen-service.ts';
import {
  findContradictions,
  toMarks,
  type Contradiction,
} from '../../../core/services/find-contradictions.ts';
import type { Judged } from '../../../core/services/judge-services.ts';
import type { Mark } from '../../../core/snapshot/mark.ts';
import { publishWords, type PublicWords } from '../../../core/snapshot/public-words.ts';
import type { HistorySnapshot } from '../../../core/snapshot/history-snapshot.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { openDb, type Db } from '../../../db/client.ts';
import { explainDbError } from '../../../db/explain-error.ts';
import { applyDecided, readDesk, type StoredDesk } from '../../../db/queries/desk.ts';
import { readWords } from '../../../db/queries/public-words.ts';
import { sayOnChange } from '../../shared/log.ts';

/** For all of it: the page waits for this. */
const DEADLINE_MS = 3_000;
const DAY_MS = 86_400_000;

type Tending = {
  judged: readonly Judged[];
  previous: Snapshot | null;
  slotMs: number;
  nowMs: number;
};

export type Tended = {
  marks: Mark[];
  /** Null: what was published is current. */
  fresh: { words: PublicWords; history: HistorySnapshot } | null;
};

/**
 * What the monitor does about incidents and work after a tick, and what is to be published of them. Null: nothing is
 * known, and what was published stays.
 */
export async function tendDesk(databaseUrl: string, tending: Tending): Promise<Tended | null> {
  const db = openDb(databaseUrl, AbortSignal.timeout(DEADLINE_MS));
  try {
    const { revision, desk } = await decide(db, tending);
    const fresh = isCurrent(tending, revision)
      ? null
      : publishWords(await readWords(db, tending.nowMs), tending.nowMs);
    sayOnChange('desk', 'Incidents are read and decided');
    return { fresh, marks: toMarks(contradict(desk, tending)) };
  } catch (error) {
    sayOnChange('desk', `Cannot tend the incidents: ${explainDbError(error)}`);
    return null;
  }
}

/** Gives the revision of what people and the monitor say by now, and what it was decided by. */
async function decide(db: Db, tending: Tending): Promise<{ revision: number; desk: StoredDesk }> {
  const { slotMs, nowMs } = tending;
  const policy = policyFor(slotMs);
  let desk = await readDesk(db, nowMs);
  // Somebody may write between reading and writing; then this is decided again after it.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const { revision, incidents } = desk;
    const seen = see(desk, tending);
    const changes = decideIncidents({ seen, incidents, policy, nowMs });
    const windows = stepWindows(desk.windows, seen, nowMs);
    if (changes.length + windows.length === 0) return { revision, desk };
    if (await applyDecided(db, { revision, changes, windows, nowMs })) {
      return { revision: revision + 1, desk };
    }
    desk = await readDesk(db, nowMs);
  }
  return { revision: desk.revision, desk };
}

function see(desk: StoredDesk, { judged, nowMs }: Tending): SeenService[] {
  const statuses = judged.map(({ service, status }) => [service.serviceName, status] as const);
  return seeServices(desk, new Map(statuses), nowMs);
}

function contradict(desk: StoredDesk, tending: Tending): Contradiction[] {
  const { incidents, windows, usualMs } = desk;
  const patience = patienceFor(tending.slotMs, usualMs);
  const seen = see(desk, tending);
  return findContradictions({ seen, incidents, windows, patience, nowMs: tending.nowMs });
}

// With a new day the oldest one is over.
function isCurrent({ previous, nowMs }: Tending, revision: number): boolean {
  if (previous === null || previous.wordsRevision !== revision) return false;
  const day = Math.floor(Date.parse(previous.generatedAt) / DAY_MS);
  return day === Math.floor(nowMs / DAY_MS);
}
