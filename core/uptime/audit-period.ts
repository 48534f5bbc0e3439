import { computeUptimeOfRuns, type Uptime, type UptimeOfRuns } from './compute-uptime.ts';
import { applyCorrections, type Correction } from './correction.ts';
import type { LedgerService } from './ledger-extract.ts';
import { clipRun, type RoundRun } from './round-run.ts';
import { decodeStrips } from './round-strip.ts';
import type { Span } from './uptime-input.ts';

/** A slot where nothing says how long it is: no number depends on it. */
const DEFAULT_INTERVAL_SEC = 60;

export type PeriodAudit = {
  window: Span;
  /** All that the number as measured depends on. */
  input: UptimeOfRuns;
  measured: Uptime;
  /** With what people corrected in it; null when that is nothing. */
  corrected: { input: UptimeOfRuns; uptime: Uptime } | null;
  /** The corrections of this time, the one made last first. */
  corrections: Correction[];
};

type Evidence = Pick<LedgerService, 'rules' | 'rounds' | 'corrections' | 'maintenance'>;

/** What a service's rounds say of a time, with and without corrections. */
export function auditPeriod(service: Evidence, window: Span): PeriodAudit {
  const runs = decodeStrips(service.rounds).flatMap((run) => clipRun(run, window));
  const input = {
    window,
    runs,
    maintenance: service.maintenance.map(({ from, to, announcedAt }) => ({
      fromMs: Date.parse(from),
      toMs: Date.parse(to),
      announcedMs: announcedAt === null ? null : Date.parse(announcedAt),
    })),
    rules: { ...service.rules, intervalSec: longestInterval(runs) },
  };
  const corrections = service.corrections
    .filter(({ from, to }) => Date.parse(from) < window.toMs && Date.parse(to) > window.fromMs)
    .toSorted((a, b) => Date.parse(b.madeAt) - Date.parse(a.madeAt));
  return {
    window,
    input,
    measured: computeUptimeOfRuns(input),
    corrected: corrections.length === 0 ? null : correct(input, corrections),
    corrections,
  };
}

function correct(input: UptimeOfRuns, corrections: readonly Correction[]) {
  const { window, rules } = input;
  const runs = applyCorrections(input.runs, corrections, rules.intervalSec).flatMap((run) =>
    clipRun(run, window),
  );
  const corrected = { ...input, runs };
  return { input: corrected, uptime: computeUptimeOfRuns(corrected) };
}

// Rounds that came faster for a while share slots with each other; slower ones would leave slots empty.
function longestInterval(runs: readonly RoundRun[]): number {
  return (
    runs.reduce((longest, { intervalSec }) => Math.max(longest, intervalSec), 0) ||
    DEFAULT_INTERVAL_SEC
  );
}
