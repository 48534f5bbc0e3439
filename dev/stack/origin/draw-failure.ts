import type { Random } from './distributions.ts';
import type { SimService, SimState } from './sim-state.ts';

const SERVER_ERROR = 'InternalServerErrorException';

/** A few answers still come from what a process holds in memory. */
const FAILING_SHARE = 0.9;

const errorTypes: Partial<Record<SimService, string>> = {
  postgresql: 'QueryFailedError',
  redis: 'MaxRetriesPerRequestError',
  'stripe-api': 'StripeConnectionError',
};

/** The exception that a request to an API route ends with, or null when it succeeds. */
export function drawFailure(
  sim: SimState,
  needs: readonly SimService[],
  random: Random,
): string | null {
  if (sim.lie) return SERVER_ERROR;
  const missing = needs.find((service) => sim.down.includes(service));
  if (missing !== undefined && random() < FAILING_SHARE) return errorTypes[missing] ?? SERVER_ERROR;
  return random() < sim.errorRate ? SERVER_ERROR : null;
}
