import type { Judged } from '../services/judge-services.ts';
import { overallStatus } from '../services/overall.ts';
import type { ServiceRecord } from '../services/service-record.ts';
import type { ServiceHistory } from '../uptime/service-history.ts';
import { NO_WORDS, type PublicWords } from './public-words.ts';
import { nextSeq } from './next-seq.ts';
import { firstBarMs, fromBars, toBars, type RecentRound } from './recent-bars.ts';
import type { ServiceSnapshot, Snapshot } from './snapshot.ts';

/** A page is stale when it has missed this many publications. */
const MISSED_UNTIL_STALE = 5;
const SLOTS_PER_BAR = 2;
/** What was known of a service before this tick. */
export type Known = {
  latency: number | null;
  lastCheckedAtMs: number | null;
  /** What the ledger goes on from, and what is newest of it: another one while Postgres has missed something. */
  record: ServiceRecord | null;
  newest: ServiceRecord | null;
  history: ServiceHistory | null;
  recent: RecentRound[];
};

export type SnapshotInput = {
  product: Snapshot['product'];
  /** The services to show, in the order of the page. One that is not configured is not among them. */
  judged: readonly Judged[];
  known: ReadonlyMap<string, Known>;
  /** Start of this tick's slot, and how long a slot is. */
  tickMs: number;
  slotMs: number;
  nowMs: number;
  watchingSinceMs: number;
  publishEverySec: number;
  previousSeq: number;
  /** What people say; nothing, unless it is given. */
  words?: PublicWords;
  banner?: Snapshot['banner'];
  marks?: Snapshot['marks'];
};

/** The snapshot after a tick. Pure: the same input gives the same snapshot. */
export function buildSnapshot(input: SnapshotInput): Snapshot {
  const barMs = input.slotMs * SLOTS_PER_BAR;
  const fromMs = firstBarMs(input.tickMs, barMs);
  const services = input.judged.map((judged) => showService(judged, input, { fromMs, barMs }));
  return {
    v: 1,
    seq: nextSeq(input.previousSeq, input.nowMs),
    generatedAt: toIso(input.nowMs),
    staleAfterSec: MISSED_UNTIL_STALE * input.publishEverySec,
    product: input.product,
    watchingSince: toIso(input.watchingSinceMs),
    checkEverySec: input.slotMs / 1000,
    overall: overallStatus(services.map(({ status }) => status)),
    recent: { from: toIso(fromMs), barSec: barMs / 1000 },
    services,
    ...(input.words ?? NO_WORDS),
    banner: input.banner ?? null,
    marks: input.marks ?? [],
  };
}

/** What a snapshot says of each service, for a tick that cannot read the database. */
export function knownFromSnapshot(snapshot: Snapshot): Map<string, Known> {
  const fromMs = Date.parse(snapshot.recent.from);
  const barMs = snapshot.recent.barSec * 1000;
  return new Map(
    snapshot.services.map((service) => {
      const { latency, lastCheckedAt, record, recent } = service;
      const known = {
        latency,
        lastCheckedAtMs: lastCheckedAt === null ? null : Date.parse(lastCheckedAt),
        record,
        newest: record,
        history: toHistory(service),
        recent: fromBars(recent, { fromMs, barMs }),
      };
      return [service.serviceName, known];
    }),
  );
}

function toHistory(service: ServiceSnapshot): ServiceHistory {
  const { days, uptimePercentage, coverage, checkRatio } = service;
  return { days, uptimePercentage, coverage, checkRatio };
}

/** Whether this snapshot must go out: something a visitor would notice changed, or it is time again. */
export function mustPublish(
  previous: Snapshot | null,
  next: Snapshot,
  publishEverySec: number,
): boolean {
  if (previous === null || noticeable(previous) !== noticeable(next)) return true;
  const ageMs = Date.parse(next.generatedAt) - Date.parse(previous.generatedAt);
  // Half a slot early, so that a tick that came a little sooner than the last one does not wait for the next.
  return ageMs >= publishEverySec * 1000 - next.checkEverySec * 500;
}

function showService(
  { service, status, record, news }: Judged,
  { known }: SnapshotInput,
  span: { fromMs: number; barMs: number },
): ServiceSnapshot {
  const { serviceName, displayName } = service;
  const before = known.get(serviceName);
  const history = before?.history ?? null;
  const round = news?.round;
  const checkedAtMs = round?.checkedAtMs ?? before?.lastCheckedAtMs ?? null;
  const recent = [...(before?.recent ?? []), ...(round ? [round] : [])];
  return {
    serviceName,
    displayName,
    status,
    latency: round ? round.latencyMs : (before?.latency ?? null),
    lastCheckedAt: checkedAtMs === null ? null : toIso(checkedAtMs),
    uptimePercentage: history?.uptimePercentage ?? null,
    coverage: history?.coverage ?? null,
    checkRatio: history?.checkRatio ?? null,
    days: history?.days ?? null,
    isUnstable: record?.isUnstable ?? false,
    recent: toBars(recent, span),
    record,
  };
}

function noticeable(snapshot: Snapshot): string {
  const { product, overall, services, wordsRevision, banner, marks } = snapshot;
  const still = { latency: null, lastCheckedAt: null, recent: null, record: null };
  const shown = services.map((service) => ({ ...service, ...still }));
  return JSON.stringify([product, overall, shown, wordsRevision, banner, marks]);
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
