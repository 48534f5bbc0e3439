import type { UptimeOfRuns } from './compute-uptime.ts';
import { applyCorrections, type Correction } from './correction.ts';
import type { LedgerService } from './ledger-extract.ts';
import { clipRun, type RoundRun } from './round-run.ts';
import { decodeStrips } from './round-strip.ts';
import type { Span } from './uptime-input.ts';

/** A slot where nothing says how long it is: no number depends on it. */
const DEFAULT_INTERVAL_SEC = 60;

export type Evidence = Pick<LedgerService, 'rules' | 'rounds' | 'corrections' | 'maintenance'>;

export type PeriodInput = {
  /** All that the number as measured depends on. */
  measured: UptimeOfRuns;
  /** The same with what people corrected in it; null when that is nothing. */
  corrected: UptimeOfRuns | null;
  /** The corrections of this time, the one made last first. */
  corrections: Correction[];
};

/** What of a service's rounds the numbers of a time depend on, with and without corrections. */
export function toPeriodInput(service: Evidence, window: Span): PeriodInput {
  const runs = clip(decodeStrips(service.rounds), window);
  const measured = {
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
  const correct = () => applyCorrections(runs, corrections, measured.rules.intervalSec);
  const isCorrected = corrections.length > 0;
  return {
    measured,
    corrected: isCorrected ? { ...measured, runs: clip(correct(), window) } : null,
    corrections,
  };
}

function clip(runs: readonly RoundRun[], window: Span): RoundRun[] {
  return runs.flatMap((run) => clipRun(run, window));
}

// Rounds that came faster for a while share slots with each other; slower ones would leave slots empty.
function longestInterval(runs: readonly RoundRun[]): number {
  return (
    runs.reduce((longest, { intervalSec }) => Math.max(longest, intervalSec), 0) ||
    DEFAULT_INTERVAL_SEC
  );
}
