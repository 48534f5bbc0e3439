import { BAR_COUNT } from '../../../core/snapshot/recent-bars.ts';
import { toRound, type Round } from '../../../core/services/outcome.ts';
import { readSnapshot } from '../../shared/snapshot-store.ts';
import { probes } from '../probes/index.ts';
import { runRound, type Probed } from '../probes/run-round.ts';
import { sayOutcome } from '../probes/say-outcome.ts';
import type { Settings } from '../settings.ts';
import { publish, type Before } from './publish.ts';
import { commitTickOnce, readTickState } from './tick-store.ts';

/** Time and chance come in from outside. */
export type Clock = {
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  newRun: () => string;
};

/** One whole tick: probe, store, publish. Safe to run twice, late, or in two places at once. */
export async function runTick(
  env: MonitorEnv,
  { tickMs, settings, clock }: { tickMs: number; settings: Settings; clock: Clock },
): Promise<void> {
  const slotMs = settings.SLOT_SEC * 1000;
  const [state, previous, probed] = await Promise.all([
    readTickState(settings.DATABASE_URL, tickMs - 2 * BAR_COUNT * slotMs),
    readSnapshot(env.STATUS_KV).catch(ignoreUnreadable),
    runRound(probes, env, { tickMs, slotMs, now: clock.now, sleep: clock.sleep }),
  ]);
  const before = { state, previous };
  const rounds = probed.flatMap((one) => {
    const round = roundOf(one, tickMs, before);
    sayOutcome(one, round);
    return round ?? [];
  });
  if (settings.DATABASE_URL !== null && state !== null) {
    const tick = { tickMs, revision: state.revision, run: clock.newRun(), rounds };
    // Another tick has this slot: what it publishes is newer than anything this one knows.
    if ((await commitTickOnce(settings.DATABASE_URL, tick)) === 'lost') return;
  }
  const services = probed.filter((one) => isShown(one, rounds)).map(({ probe }) => probe);
  await publish(env.STATUS_KV, {
    ...before,
    services,
    rounds,
    tickMs,
    settings,
    nowMs: clock.now(),
  });
}

function roundOf(
  { probe, checkedAtMs, outcome }: Probed,
  tickMs: number,
  before: Before,
): Round | null {
  if (outcome === null) return null;
  const { serviceName, displayName } = probe;
  const asked = { serviceName, displayName, slotMs: tickMs, checkedAtMs };
  return toRound(asked, outcome, wasMeasured(serviceName, before));
}

function wasMeasured(serviceName: string, { state, previous }: Before): boolean {
  if (state === null)
    return previous?.services.some((one) => one.serviceName === serviceName) ?? false;
  return state.services.some((one) => one.serviceName === serviceName && one.wasMeasured);
}

// Not due: it is configured and keeps what is known of it. Asked, but without a round: it is not configured.
function isShown({ probe, outcome }: Probed, rounds: readonly Round[]): boolean {
  return outcome === null || rounds.some(({ serviceName }) => serviceName === probe.serviceName);
}

// What was published is unreadable, so it is published anew.
function ignoreUnreadable(): null {
  return null;
}
