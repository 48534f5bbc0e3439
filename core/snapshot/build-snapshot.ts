import type { Round } from '../services/outcome.ts';
import { overallStatus } from '../services/overall.ts';
import { toStatus, type ServiceStatus } from '../services/status.ts';
import { firstBarMs, fromBars, toBars, type RecentRound } from './recent-bars.ts';
import type { ServiceSnapshot, Snapshot } from './snapshot.ts';

/** A page is stale when it has missed this many publications. */
const MISSED_UNTIL_STALE = 5;
const SLOTS_PER_BAR = 2;
/** A status nobody has confirmed for this many slots is no longer known. */
const SLOTS_UNTIL_UNKNOWN = 4;

/** What was known of a service before this tick. */
export type Known = {
  status: ServiceStatus;
  latency: number | null;
  lastCheckedAtMs: number | null;
  recent: RecentRound[];
};

export type SnapshotInput = {
  product: Snapshot['product'];
  /** The services to show, in the order of the page. One that is not configured is not among them. */
  services: readonly { serviceName: string; displayName: string }[];
  known: ReadonlyMap<string, Known>;
  /** The rounds of this tick; a service that was not due has none. */
  rounds: readonly Round[];
  /** Start of this tick's slot, and how long a slot is. */
  tickMs: number;
  slotMs: number;
  nowMs: number;
  watchingSinceMs: number;
  publishEverySec: number;
  previousSeq: number;
};

/** The snapshot after a tick. Pure: the same input gives the same snapshot. */
export function buildSnapshot(input: SnapshotInput): Snapshot {
  const barMs = input.slotMs * SLOTS_PER_BAR;
  const fromMs = firstBarMs(input.tickMs, barMs);
  const services = input.services.map((service) => showService(service, input, { fromMs, barMs }));
  return {
    v: 1,
    seq: Math.max(input.previousSeq + 1, input.nowMs),
    generatedAt: toIso(input.nowMs),
    staleAfterSec: MISSED_UNTIL_STALE * input.publishEverySec,
    product: input.product,
    watchingSince: toIso(input.watchingSinceMs),
    checkEverySec: input.slotMs / 1000,
    overall: overallStatus(services.map(({ status }) => status)),
    recent: { from: toIso(fromMs), barSec: barMs / 1000 },
    services,
    incidents: [],
    history: [],
    maintenance: [],
    banner: null,
  };
}

/** What a snapshot says of each service, for a tick that cannot read the database. */
export function knownFromSnapshot(snapshot: Snapshot): Map<string, Known> {
  const fromMs = Date.parse(snapshot.recent.from);
  const barMs = snapshot.recent.barSec * 1000;
  return new Map(
    snapshot.services.map(({ serviceName, status, latency, lastCheckedAt, recent }) => [
      serviceName,
      {
        status,
        latency,
        lastCheckedAtMs: lastCheckedAt === null ? null : Date.parse(lastCheckedAt),
        recent: fromBars(recent, { fromMs, barMs }),
      },
    ]),
  );
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
  { serviceName, displayName }: { serviceName: string; displayName: string },
  input: SnapshotInput,
  span: { fromMs: number; barMs: number },
): ServiceSnapshot {
  const before = input.known.get(serviceName);
  const round = input.rounds.find((candidate) => candidate.serviceName === serviceName);
  const checkedAtMs = round?.checkedAtMs ?? before?.lastCheckedAtMs ?? null;
  const recent = [...(before?.recent ?? []), ...(round ? [round] : [])];
  return {
    serviceName,
    displayName,
    status: round ? toStatus(round.result) : statusUntilNow(before, input),
    latency: round ? round.latencyMs : (before?.latency ?? null),
    lastCheckedAt: checkedAtMs === null ? null : toIso(checkedAtMs),
    uptimePercentage: null,
    coverage: null,
    checkRatio: null,
    days: null,
    isUnstable: false,
    recent: toBars(recent, span),
  };
}

function statusUntilNow(before: Known | undefined, { tickMs, slotMs }: SnapshotInput) {
  const confirmedMs = before?.lastCheckedAtMs ?? 0;
  if (before === undefined || tickMs - confirmedMs > SLOTS_UNTIL_UNKNOWN * slotMs) return 'UNKNOWN';
  return before.status;
}

function noticeable({ product, overall, services }: Snapshot): string {
  const shown = services.map(({ serviceName, displayName, status }) => [
    serviceName,
    displayName,
    status,
  ]);
  return JSON.stringify([product, overall, shown]);
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
