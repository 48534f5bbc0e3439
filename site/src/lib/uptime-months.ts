import type { MonthNumbers } from '../../../core/uptime/ledger-extract.ts';
import { monthWords } from './period-words.ts';
import { numberWords } from './uptime-facts.ts';

export type MonthRow = {
  name: string;
  href: string;
  uptime: string;
  strict: string;
  measured: string;
  note: string;
};

/** The months of a service, the newest first. */
export function toMonthRows(serviceName: string, months: readonly MonthNumbers[]): MonthRow[] {
  return months.map((month) => ({
    name: monthWords(month.month),
    href: `/uptime/${serviceName}/${month.month}`,
    uptime: month.displayable
      ? numberWords(month.corrected ?? month.uptime)
      : 'too little measured',
    strict: month.displayable ? numberWords(month.strict) : '–',
    measured: numberWords(month.coverage),
    note: noteOf(month),
  }));
}

function noteOf({ closedAt, corrected, uptime }: MonthNumbers): string {
  const state = closedAt === null ? 'Still open' : 'Closed';
  return corrected === null ? state : `${state}, ${numberWords(uptime)} before a correction`;
}
