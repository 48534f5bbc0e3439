import pLimit, { type LimitFunction } from 'p-limit';
import type { Outcome } from '../../../core/services/outcome.ts';
import { isDue } from '../../../core/services/slot.ts';
import { fetchDetailedHealth, type DetailedHealth } from './detailed-health.ts';
import { explainFailure } from './explain-failure.ts';
import { isBlind } from './is-blind.ts';
import type { ProbeResult } from './probe-result.ts';
import type { Probe, ProbeContext } from './probe.ts';
import { inDeadline } from './in-deadline.ts';

const DEADLINE_MS = 5_000;
/** Shorter, so that a report that does not come is "unknown" to those who wait for it, and not their own failure. */
const REPORT_DEADLINE_MS = 4_500;
/** A Worker has six connections; one stays free for the stores. */
export const PLACES = 5;
/** The pause before a failed probe is tried once more, and how long into a round that may still be, as shares of a slot. */
const RETRY_PAUSE = 1 / 15;
const RETRY_WITHIN = 1 / 3;

const BLIND = 'nothing outside can be reached from here';

/** What a round found out about one service. `outcome` is null when it was not asked in this slot. */
export type Probed = { probe: Probe; checkedAtMs: number; outcome: Outcome | null };

type Round = {
  tickMs: number;
  slotMs: number;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  /** The places, where others ask beside the round; they come after it. */
  limit?: LimitFunction;
};

/** The origin's report, once for the first tries and once for those that are tried again. */
type Reports = [ProbeContext['detailedHealth'], ProbeContext['detailedHealth']];

/**
 * Runs every probe that is due, five at a time, third parties first. Each fails alone, by its own deadline, and is tried
 * once more. A round in which nothing at all can be reached, not even what has nothing to do with the origin, measured
 * nothing.
 */
export async function runRound(
  probes: readonly Probe[],
  env: object,
  round: Round,
): Promise<Probed[]> {
  const { limit = pLimit(PLACES) } = round;
  const reports: Reports = [shareDetailedHealth(), shareDetailedHealth()];
  const asked = probes
    .toSorted((a, b) => rank(a) - rank(b))
    .map((probe) => limit(() => runProbe(probe, env, { ...round, reports })));
  const byProbe = new Map((await Promise.all(asked)).map((probed) => [probed.probe, probed]));
  const probed = probes.flatMap((probe) => byProbe.get(probe) ?? []);
  if (!(await isBlind(probed, env))) return probed;
  const outcome = { kind: 'unknown' as const, reason: BLIND };
  return probed.map((one) => (isDown(one.outcome) ? { ...one, outcome } : one));
}

/** Whether a round measured nothing because nothing at all could be reached. */
export function wasBlind(probed: readonly Probed[]): boolean {
  return probed.some(({ outcome }) => outcome?.kind === 'unknown' && outcome.reason === BLIND);
}

function rank({ target }: Probe): number {
  return target === 'third-party' ? 0 : 1;
}

function isDown(outcome: Outcome | null): boolean {
  return outcome?.kind === 'down';
}

function shareDetailedHealth(): ProbeContext['detailedHealth'] {
  let shared: Promise<DetailedHealth> | undefined;
  return (settings) => (shared ??= fetchDetailedHealth(settings, REPORT_DEADLINE_MS));
}

async function runProbe(
  probe: Probe,
  env: object,
  round: Round & { reports: Reports },
): Promise<Probed> {
  const { now, sleep, slotMs, tickMs, reports } = round;
  const startedMs = now();
  const prepared = probe.prepare(env);
  if ('kind' in prepared) return { probe, checkedAtMs: startedMs, outcome: prepared };
  if (!isDue(tickMs, slotMs, probe.everySlots))
    return { probe, checkedAtMs: startedMs, outcome: null };

  const attempt = async (detailedHealth: ProbeContext['detailedHealth']): Promise<Probed> => {
    const checkedAtMs = now();
    // The deadline starts here, where the place is taken.
    const signal = AbortSignal.timeout(DEADLINE_MS);
    const run = prepared.run({ signal, tickMs, now, sleep, detailedHealth });
    const result = await inDeadline(run, signal).catch((error: unknown) => toFailure(error, probe));
    return { probe, checkedAtMs, outcome: toOutcome(result, now() - checkedAtMs, probe) };
  };

  const first = await attempt(reports[0]);
  if (first.outcome?.kind !== 'down' || now() - startedMs > slotMs * RETRY_WITHIN) return first;
  await sleep(slotMs * RETRY_PAUSE);
  return attempt(reports[1]);
}

function toFailure(error: unknown, { addressedBy }: Probe): ProbeResult {
  const { kind, reason } = explainFailure(error, { deadlineMs: DEADLINE_MS, addressedBy });
  return kind === 'unknown' ? { kind, reason } : { kind, reason, latencyMs: null };
}

function toOutcome(result: ProbeResult, tookMs: number, probe: Probe): Outcome | null {
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
      const outcome: Outcome = { kind, latencyMs, reason, metadata };
      return kind === 'up' ? judgeLatency(outcome, latencyMs, probe) : outcome;
    }
  }
}

function judgeLatency(outcome: Outcome, latencyMs: number | null, probe: Probe): Outcome {
  const limitMs = probe.degradedAboveMs;
  if (outcome.kind !== 'up' || latencyMs === null || latencyMs <= limitMs) return outcome;
  return { ...outcome, kind: 'degraded', reason: `${latencyMs} ms, above ${limitMs} ms` };
}
