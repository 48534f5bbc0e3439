import pLimit from 'p-limit';
import type { Outcome } from '../../../core/services/outcome.ts';
import { isDue } from '../../../core/services/slot.ts';
import { fetchDetailedHealth, type DetailedHealth } from './detailed-health.ts';
import { explainFailure } from './explain-failure.ts';
import type { ProbeResult } from './probe-result.ts';
import type { Probe, ProbeContext } from './probe.ts';

const DEADLINE_MS = 5_000;
/** Shorter, so that a report that does not come is "unknown" to those who wait for it, and not their own failure. */
const REPORT_DEADLINE_MS = 4_500;
/** A Worker has six connections; one stays free for the stores. */
const PLACES = 5;

/** What a round found out about one service. `outcome` is null when it was not asked in this slot. */
export type Probed = { probe: Probe; checkedAtMs: number; outcome: Outcome | null };

type Round = {
  tickMs: number;
  slotMs: number;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
};

/** Runs every probe that is due, five at a time, third parties first. Each fails alone, by its own deadline. */
export async function runRound(
  probes: readonly Probe[],
  env: object,
  round: Round,
): Promise<Probed[]> {
  const limit = pLimit(PLACES);
  const detailedHealth = shareDetailedHealth();
  const asked = probes
    .toSorted((a, b) => rank(a) - rank(b))
    .map((probe) => limit(() => runProbe(probe, env, { ...round, detailedHealth })));
  const byName = new Map((await Promise.all(asked)).map((probed) => [probed.probe, probed]));
  return probes.flatMap((probe) => byName.get(probe) ?? []);
}

function rank({ target }: Probe): number {
  return target === 'third-party' ? 0 : 1;
}

function shareDetailedHealth(): ProbeContext['detailedHealth'] {
  let shared: Promise<DetailedHealth> | undefined;
  return (settings) => (shared ??= fetchDetailedHealth(settings, REPORT_DEADLINE_MS));
}

async function runProbe(
  probe: Probe,
  env: object,
  round: Round & Pick<ProbeContext, 'detailedHealth'>,
): Promise<Probed> {
  const checkedAtMs = round.now();
  const prepared = probe.prepare(env);
  if ('kind' in prepared) return { probe, checkedAtMs, outcome: prepared };
  if (!isDue(round.tickMs, round.slotMs, probe.everySlots)) {
    return { probe, checkedAtMs, outcome: null };
  }
  // The deadline starts here, where the place is taken.
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const { tickMs, now, sleep, detailedHealth } = round;
  const result = await Promise.race([
    prepared.run({ signal, tickMs, now, sleep, detailedHealth }),
    rejectOnAbort(signal),
  ]).catch((error: unknown) => toDown(error, probe));
  return { probe, checkedAtMs, outcome: toOutcome(result, now() - checkedAtMs) };
}

function toDown(error: unknown, { addressedBy }: Probe): ProbeResult {
  const reason = explainFailure(error, { deadlineMs: DEADLINE_MS, addressedBy });
  return { kind: 'down', latencyMs: null, reason };
}

function toOutcome(result: ProbeResult, tookMs: number): Outcome | null {
  switch (result.kind) {
    case 'not-due':
      return null;
    case 'unknown':
    case 'not-configured':
    case 'not-reported':
      return result;
    case 'up':
    case 'degraded':
    case 'down': {
      const { kind, latencyMs = tookMs, reason = null, metadata = null } = result;
      return { kind, latencyMs, reason, metadata };
    }
  }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
