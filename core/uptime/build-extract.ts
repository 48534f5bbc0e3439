import { auditPeriod } from './audit-period.ts';
import type { Correction } from './correction.ts';
import type {
  DecisionRules,
  LedgerExtract,
  LedgerService,
  MonthNumbers,
} from './ledger-extract.ts';
import { monthName, monthStartMs, nextMonthMs } from './period.ts';
import type { RoundRun } from './round-run.ts';
import { encodeStrips } from './round-strip.ts';
import type { Span } from './uptime-input.ts';

/** What is known of a service in a time. `months` are those that closed, with their numbers as they were then. */
export type LedgerEvidence = {
  serviceName: string;
  displayName: string;
  runs: readonly RoundRun[];
  corrections: readonly Correction[];
  maintenance: LedgerService['maintenance'];
  months: readonly Omit<MonthNumbers, 'corrected'>[];
  rules: DecisionRules;
};

/** What is published of a time. A month in it that has not closed gets its numbers up to now. */
export function buildExtract(
  services: readonly LedgerEvidence[],
  { fromMs, toMs }: Span,
): LedgerExtract {
  return {
    v: 1,
    from: new Date(fromMs).toISOString(),
    until: new Date(toMs).toISOString(),
    services: services.map((service) => extractService(service, { fromMs, toMs })),
  };
}

function extractService({ runs, months, ...service }: LedgerEvidence, span: Span): LedgerService {
  const evidence = {
    ...service,
    corrections: [...service.corrections],
    rounds: encodeStrips(runs),
  };
  const closed = new Map(months.map((month) => [month.month, month]));
  const inside = listMonths(span).map((month) =>
    measureMonth(evidence, month, closed.get(month.name)),
  );
  const names = new Set(inside.map(({ month }) => month));
  const others = months
    .filter(({ month }) => !names.has(month))
    .map((month) => ({ ...month, corrected: null }));
  const all = [...inside.filter(({ coverage }) => coverage !== null), ...others];
  return { ...evidence, months: all.toSorted((a, b) => (a.month < b.month ? 1 : -1)) };
}

type NamedMonth = { name: string; window: Span };

function listMonths({ fromMs, toMs }: Span): NamedMonth[] {
  const months: NamedMonth[] = [];
  for (let startMs = monthStartMs(fromMs); startMs < toMs; startMs = nextMonthMs(startMs)) {
    const window = { fromMs: startMs, toMs: Math.min(nextMonthMs(startMs), toMs) };
    months.push({ name: monthName(startMs), window });
  }
  return months;
}

/** The numbers of a month. One that has closed keeps them, and the rules they were made by. */
function measureMonth(
  evidence: Parameters<typeof auditPeriod>[0],
  { name, window }: NamedMonth,
  closed: Omit<MonthNumbers, 'corrected'> | undefined,
): MonthNumbers {
  const rules = closed?.rules ?? evidence.rules;
  const { measured, corrected } = auditPeriod({ ...evidence, rules }, window);
  const { uptime, strict, checkRatio, coverage, displayable } = closed ?? measured;
  return {
    month: name,
    closedAt: closed?.closedAt ?? null,
    uptime,
    strict,
    checkRatio,
    coverage,
    displayable,
    corrected: corrected?.uptime.uptime ?? null,
    rules,
  };
}
