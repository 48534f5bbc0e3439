import type { ServiceSnapshot, Snapshot } from '../../../core/snapshot/snapshot.ts';

export const generatedMs = Date.parse('2026-11-24T14:25:07Z');

export function service(displayName: string, changes: Partial<ServiceSnapshot> = {}) {
  return {
    serviceName: displayName.toLowerCase().replaceAll(' ', '-'),
    displayName,
    status: 'UP',
    latency: 12,
    lastCheckedAt: '2026-11-24T14:25:06.000Z',
    uptimePercentage: null,
    coverage: null,
    checkRatio: null,
    days: null,
    isUnstable: false,
    recent: { results: 'u'.repeat(60), latencies: Array.from({ length: 60 }, () => 12) },
    record: null,
    ...changes,
  } satisfies ServiceSnapshot;
}

/** A good minute, with changes. */
export function snapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    v: 1,
    seq: 7,
    generatedAt: new Date(generatedMs).toISOString(),
    staleAfterSec: 300,
    product: { name: 'KTBlog', url: 'https://ktblog.example' },
    watchingSince: '2026-11-23T09:00:00.000Z',
    checkEverySec: 30,
    overall: 'UP',
    recent: { from: '2026-11-24T13:26:00.000Z', barSec: 60 },
    services: [service('API server'), service('Redis cache')],
    incidents: [],
    history: [],
    maintenance: [],
    banner: null,
    historyCount: 0,
    marks: [],
    wordsRevision: 0,
    ...changes,
  };
}
