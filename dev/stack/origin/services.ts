import type { SimService } from './sim-state.ts';

export type ReportedService = {
  name: SimService;
  /** A critical one that is down makes /health/detailed answer 503. */
  critical: boolean;
  medianMs: number;
  /** How long the origin repeats one result of a check that costs a call to a third party. */
  cacheMs: number;
  metadata: Record<string, unknown> | null;
  /** What the check says when the service is down. */
  error: string;
};

const MINUTE_MS = 60_000;

export const postgresql: ReportedService = {
  name: 'postgresql',
  critical: true,
  medianMs: 4,
  cacheMs: 0,
  metadata: {
    active_connections: 3,
    total_connections: 9,
    idle_in_transaction: 0,
    max_connections: 100,
    database_size_mb: 212.4,
    pool_total: 10,
    pool_idle: 7,
    pool_waiting: 0,
  },
  error: 'connect ECONNREFUSED 127.0.0.1:5432',
};

/** What /health/detailed reports, in its order. The storefront is another process, so it is not among them. */
export const reportedServices: readonly ReportedService[] = [
  { name: 'api-server', critical: false, medianMs: 0, cacheMs: 0, metadata: null, error: '' },
  postgresql,
  {
    name: 'redis',
    critical: true,
    medianMs: 1,
    cacheMs: 0,
    metadata: {
      usedMemory: '41.20M',
      usedMemoryBytes: 43_201_331,
      connectedClients: 6,
      hitRate: 0.9412,
    },
    error: 'PING failed',
  },
  {
    name: 'stripe-api',
    critical: false,
    medianMs: 45,
    cacheMs: MINUTE_MS,
    metadata: { apiVersion: '2025-01-01', livemode: false },
    error: 'Stripe 503 api_error',
  },
  {
    name: 's3-storage',
    critical: false,
    medianMs: 39,
    cacheMs: MINUTE_MS,
    metadata: { bucket: 'ktblog-media', region: 'eu-central-1' },
    error: '503 SlowDown',
  },
  {
    name: 'smtp-email',
    critical: false,
    medianMs: 34,
    cacheMs: MINUTE_MS,
    metadata: { host: '127.0.0.1', port: 2525 },
    error: 'connect ECONNREFUSED 127.0.0.1:2525',
  },
];
