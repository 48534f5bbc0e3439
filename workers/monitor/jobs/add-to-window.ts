import type { Health, Scrape } from '../../../core/metrics/build-frame.ts';
import type { Outcome } from '../../../core/services/outcome.ts';
import type { FrameRow } from '../../../db/queries/frames.ts';
import type { StoredState } from '../../../db/queries/ticks.ts';
import { wasBlind, type Probed } from '../probes/run-round.ts';
import type { Settings } from '../settings.ts';
import { takeFrame } from '../window/take-frame.ts';
import type { Clock } from './run-tick.ts';

type Measured = {
  tickMs: number;
  settings: Settings;
  clock: Clock;
  scrape: Scrape | null;
  probed: readonly Probed[];
  state: StoredState | null;
};

/**
 * Hands what a tick measured to the window. Gives the frame to commit; null where there is none, or where it could not be
 * made: then the tick goes on without it. A monitor that sees nothing at all has nothing to say of the origin.
 */
export async function addToWindow(
  env: MonitorEnv,
  { tickMs, settings, clock, scrape, probed, state }: Measured,
): Promise<FrameRow | null> {
  if (scrape?.kind === 'down' && wasBlind(probed)) return null;
  try {
    const health = probed.map((one) => toHealth(one, state));
    return await takeFrame(env, { tickMs, settings, scrape, health, nowMs: clock.now() });
  } catch (error) {
    console.error(`Cannot add to the window: ${String(error)}`);
    return null;
  }
}

// A service that is not asked in this slot is as it was when it was asked last.
function toHealth({ probe, outcome }: Probed, state: StoredState | null): Health {
  const { serviceName, everySlots } = probe;
  const none = { serviceName, result: 'none', latencyMs: null } as const;
  if (outcome === null) {
    if (everySlots === 1) return none;
    return state?.rounds.findLast((round) => round.serviceName === serviceName) ?? none;
  }
  return isMeasured(outcome)
    ? { serviceName, result: outcome.kind, latencyMs: outcome.latencyMs }
    : none;
}

function isMeasured(outcome: Outcome): outcome is Extract<Outcome, { latencyMs: number | null }> {
  return 'latencyMs' in outcome;
}
