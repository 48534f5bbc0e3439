import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { barLetters } from '../../../core/uptime/bar-letters.ts';
import type { MonthNumbers } from '../../../core/uptime/ledger-extract.ts';
import { LAST_DAYS } from '../../../core/uptime/period.ts';
import type { PeriodUptime } from '../../../core/uptime/service-uptime.ts';
import type { Tab } from './page-model.ts';
import { periodWords, spanWords } from './period-words.ts';
import { tabTitle, toProduct, type Product } from './product.ts';
import { stateOfDay, type BarState } from './state.ts';
import { stripPaths, type StripPath } from './strip.ts';
import { toCorrectionRows, type CorrectionRow } from './uptime-corrections.ts';
import { toUptimeFacts, type UptimeFacts } from './uptime-facts.ts';
import { toUptimeLedger, type UptimeLedger } from './uptime-ledger.ts';
import { toMonthRows, type MonthRow } from './uptime-months.ts';
import { toUptimeSum, type SumRow } from './uptime-sum.ts';
import { utcDay, utcDayMinute, utcMinute } from './utc-words.ts';

const DAY_MS = 86_400_000;
const QUARTER_MS = 900_000;
/** It is counted every ten minutes: three times missed is old. */
const OLD_MS = 30 * 60_000;

type Crumb = { words: string; href: string | null };

export type UptimePage = {
  product: Product;
  tab: Tab;
  description: string;
  crumbs: Crumb[];
  name: string;
  /** The time in words: what it is called, and from when to when. */
  period: string;
  /** Up to when it was counted, and whether that is long ago. */
  counted: { words: string; isOld: boolean };
  facts: UptimeFacts;
  strip: { paths: StripPath[]; length: number; key: BarState[]; start: string; end: string };
  isDay: boolean;
  ledger: UptimeLedger;
  sum: SumRow[];
  corrections: CorrectionRow[];
  months: MonthRow[];
  files: { href: string; words: string }[];
  json: string;
};

export type Published = {
  uptime: PeriodUptime;
  months: readonly MonthNumbers[];
  /** Up to when everything was counted. */
  untilMs: number;
  snapshot: Snapshot | null;
  nowMs: number;
};

/** All that the page of a service's uptime in a period shows. */
export function toUptimePage({ uptime, untilMs, snapshot, nowMs, ...rest }: Published): UptimePage {
  const { serviceName, displayName, period, files } = uptime;
  const product = toProduct(snapshot);
  const facts = toUptimeFacts(uptime);
  const words = periodWords(period);
  const title = `${displayName}: ${facts.tooLittle ? 'uptime' : facts.facts[0]?.value}, ${period === LAST_DAYS ? '90 days' : words}`;
  return {
    product,
    tab: { title: tabTitle(title, product), icon: '/favicon.svg' },
    description: `The uptime of ${displayName}, with every interval and every check behind it.`,
    crumbs: toCrumbs(uptime),
    name: displayName,
    period: uptime.rounds
      ? words
      : `${words}, ${spanWords(Date.parse(uptime.from), Date.parse(uptime.to))}`,
    counted: {
      words: `Counted up to ${utcDayMinute(untilMs)} UTC`,
      isOld: nowMs - untilMs > OLD_MS,
    },
    facts,
    strip: toStrip(uptime),
    isDay: uptime.rounds !== null,
    ledger: toUptimeLedger(uptime),
    sum: toUptimeSum(uptime),
    corrections: toCorrectionRows(uptime.corrections),
    months: period === LAST_DAYS ? toMonthRows(serviceName, rest.months) : [],
    files: [
      { href: files.measured, words: files.corrected ? 'The checks as measured' : 'Every check' },
      ...(files.corrected ? [{ href: files.corrected, words: 'The checks as corrected' }] : []),
    ],
    json: `/api/v1/status/uptime/${serviceName}/${period}`,
  };
}

function toCrumbs({ serviceName, displayName, period }: PeriodUptime): Crumb[] {
  const crumbs: Crumb[] = [
    { words: 'Status', href: '/' },
    { words: displayName, href: `/uptime/${serviceName}` },
  ];
  if (period.length === 10) {
    const month = period.slice(0, 7);
    crumbs.push({ words: periodWords(month), href: `/uptime/${serviceName}/${month}` });
  }
  if (period !== LAST_DAYS) crumbs.push({ words: periodWords(period), href: null });
  return crumbs;
}

function toStrip({ from, to, intervals, rounds }: PeriodUptime): UptimePage['strip'] {
  const window = { fromMs: Date.parse(from), toMs: Date.parse(to) };
  const letters = barLetters(intervals, window, rounds === null ? DAY_MS : QUARTER_MS);
  const bars = Array.from(letters, stateOfDay);
  const isDay = rounds !== null;
  return {
    paths: stripPaths(bars),
    length: bars.length,
    key: [...new Set(bars)],
    start: isDay ? utcMinute(window.fromMs) : utcDay(window.fromMs),
    end: isDay ? endOfDay(window.toMs) : utcDay(window.toMs - 1),
  };
}

function endOfDay(toMs: number): string {
  return toMs % DAY_MS === 0 ? '24:00' : utcMinute(toMs);
}
