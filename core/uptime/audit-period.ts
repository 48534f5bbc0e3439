import { computeUptimeOfRuns, type Uptime, type UptimeOfRuns } from './compute-uptime.ts';
import type { Correction } from './correction.ts';
import { toPeriodInput, type Evidence } from './period-input.ts';
import type { Span } from './uptime-input.ts';

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

/** What a service's rounds say of a time, with and without corrections. */
export function auditPeriod(service: Evidence, window: Span): PeriodAudit {
  const { measured: input, corrected, corrections } = toPeriodInput(service, window);
  return {
    window,
    input,
    measured: computeUptimeOfRuns(input),
    corrected: corrected && { input: corrected, uptime: computeUptimeOfRuns(corrected) },
    corrections,
  };
}
