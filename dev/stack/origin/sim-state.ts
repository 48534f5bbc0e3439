import * as z from 'zod';

export const SimService = z.enum([
  'api-server',
  'storefront',
  'postgresql',
  'redis',
  'stripe-api',
  's3-storage',
  'smtp-email',
]);
export type SimService = z.infer<typeof SimService>;

export const SimState = z.strictObject({
  /** Share of API requests that end with 500, real and simulated. */
  errorRate: z.number().min(0).max(1),
  latencyMs: z.number().min(0).max(600_000),
  heapMb: z.number().min(0).max(1_000_000),
  /** Simulated requests a second, all instances together. */
  rps: z.number().min(0).max(5000),
  down: z.array(SimService),
  hang: z.boolean(),
  /** Health says all is well, and every real route answers 500. */
  lie: z.boolean(),
  pendingMigrations: z.array(z.string().min(1)),
  commit: z.string().min(1).max(64),
});
export type SimState = z.infer<typeof SimState>;

export const SimChange = SimState.partial().extend({
  restart: z.literal(true).optional(),
  reset: z.literal(true).optional(),
});
export type SimChange = z.infer<typeof SimChange>;

export const initialSimState: SimState = {
  errorRate: 0,
  latencyMs: 0,
  heapMb: 0,
  rps: 12,
  down: [],
  hang: false,
  lie: false,
  pendingMigrations: [],
  commit: '3f2a91c',
};

/** A reset comes first, so that one request can end all faults and begin another. */
export function mergeSimState(state: SimState, change: SimChange): SimState {
  const { restart: _restart, reset, ...fields } = change;
  return SimState.parse({ ...(reset ? initialSimState : state), ...fields });
}
