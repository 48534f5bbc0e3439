import { auditPeriod } from './audit-period.ts';
import type { Uptime } from './compute-uptime.ts';
import type { Correction } from './correction.ts';
import {
  explainIntervals,
  explainUptime,
  type ExplainedInterval,
  type ExplainedUptime,
} from './explain-uptime.ts';
import type { LedgerService, MonthNumbers } from './ledger-extract.ts';
import { toPeriodInput, type PeriodInput } from './period-input.ts';
import { LAST_DAYS, periodWindow, type Period } from './period.ts';
import type { Rules } from './rules.ts';

/** A time of a service with everything behind its numbers. Times are ISO in UTC, numbers percent, lengths seconds. */
export type PeriodUptime = {
  serviceName: string;
  displayName: string;
  period: string;
  from: string;
  to: string;
  /** When a month closed; its numbers are those of that moment. */
  closedAt: string | null;
  rules: Rules;
  measured: ExplainedUptime;
  /** The same with what people corrected; null when that is nothing. */
  corrected: ExplainedUptime | null;
  corrections: Correction[];
  intervals: Uptime['intervals'];
  /** Of a day: the intervals as they count, each with its rounds. */
  rounds: ExplainedInterval[] | null;
  /** What `pharos uptime` reads, to recompute the numbers. */
  files: { measured: string; corrected: string | null };
};

/** What is published of a service: its last 90 days, and the numbers of its months. */
export type ServiceUptime = {
  recent: PeriodUptime;
  /** The newest first. */
  months: MonthNumbers[];
  corrections: Correction[];
};

/** Null when nothing was counted yet. */
export function toServiceUptime(service: LedgerService, untilMs: number): ServiceUptime | null {
  const recent = toPeriodUptime(service, { name: LAST_DAYS, kind: 'recent' }, untilMs);
  if (recent === null) return null;
  return { recent, months: service.months, corrections: service.corrections };
}

/** Null when the period begins after what was counted. */
export function toPeriodUptime(
  service: LedgerService,
  period: Period,
  untilMs: number,
): PeriodUptime | null {
  const window = periodWindow(period, untilMs);
  if (window === null) return null;
  const audit = auditPeriod(withRulesOf(service, period), window);
  const { input, measured, corrected, corrections } = audit;
  const counted = corrected ?? { input, uptime: measured };
  const path = `/api/v1/status/uptime/${service.serviceName}/${period.name}`;
  return {
    serviceName: service.serviceName,
    displayName: service.displayName,
    period: period.name,
    from: new Date(window.fromMs).toISOString(),
    to: new Date(window.toMs).toISOString(),
    closedAt: monthOf(service, period)?.closedAt ?? null,
    rules: input.rules,
    measured: explainUptime(input, measured),
    corrected: corrected && explainUptime(corrected.input, corrected.uptime),
    corrections,
    intervals: counted.uptime.intervals,
    rounds: period.kind === 'day' ? explainIntervals(counted.input, counted.uptime) : null,
    files: {
      measured: `${path}/measured.json`,
      corrected: corrected && `${path}/corrected.json`,
    },
  };
}

/** What the numbers of a named time depend on; null when it begins after what was counted. */
export function inputOfPeriod(
  service: LedgerService,
  period: Period,
  untilMs: number,
): PeriodInput | null {
  const window = periodWindow(period, untilMs);
  return window && toPeriodInput(withRulesOf(service, period), window);
}

/** A month that has closed is judged by the rules it closed with. */
function withRulesOf(service: LedgerService, period: Period): LedgerService {
  return { ...service, rules: monthOf(service, period)?.rules ?? service.rules };
}

function monthOf({ months }: LedgerService, { name, kind }: Period): MonthNumbers | undefined {
  // A day is judged by the rules of its month.
  const month = kind === 'recent' ? null : name.slice(0, 7);
  return months.find((one) => one.month === month && one.closedAt !== null);
}
