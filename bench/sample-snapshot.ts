import { buildSnapshot } from '../core/snapshot/build-snapshot.ts';
import { BAR_COUNT } from '../core/snapshot/recent-bars.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';

const SLOT_MS = 30_000;
const NAMES = ['API server', 'Storefront', 'Database', 'Cache', 'Payments', 'Files', 'Mail'];

/** A good minute of seven services with an hour of rounds and 90 days behind them. */
export function sampleSnapshot(nowMs: number): Snapshot {
  const tickMs = Math.floor(nowMs / SLOT_MS) * SLOT_MS;
  const rules = { intervalSec: 30, confirm: 2, recover: 2, unknownAfterMissed: 3 };
  const services = NAMES.map((displayName, index) => ({
    serviceName: `s${index}`,
    displayName,
    rules,
  }));
  const recent = Array.from({ length: 2 * BAR_COUNT }, (_, index) => ({
    slotMs: tickMs - index * SLOT_MS,
    result: 'up' as const,
    latencyMs: 40 + ((index * 7) % 23),
  }));
  const known = {
    latency: 42,
    lastCheckedAtMs: tickMs,
    record: null,
    newest: null,
    history: null,
    recent,
  };
  const snapshot = buildSnapshot({
    product: { name: 'KTBlog', url: null },
    judged: services.map((service) => ({ service, status: 'UP', record: null, news: null })),
    known: new Map(services.map(({ serviceName }) => [serviceName, known])),
    tickMs,
    slotMs: SLOT_MS,
    nowMs,
    watchingSinceMs: tickMs - 90 * 24 * 60 * 60 * 1000,
    publishEverySec: 60,
    previousSeq: 0,
  });
  const days = { states: `${'u'.repeat(60)}d${'u'.repeat(29)}`, troubles: [] };
  return { ...snapshot, services: snapshot.services.map((service) => ({ ...service, days })) };
}
