import type { Rules } from '../../../core/uptime/rules.ts';
import type { PeriodUptime } from '../../../core/uptime/service-uptime.ts';
import { PARTIAL_WEIGHT } from '../../../core/uptime/uptime-percent.ts';
import { durationWords } from './duration-words.ts';
import { lengthWords } from './length-words.ts';
import { STATE_WORDS, stateOfResult, stateOfTrouble, type BarState } from './state.ts';
import { utcSecond, utcWeekday } from './utc-words.ts';

/** A stretch in one state. */
type LedgerRow = {
  /** The day in words, and the address of its page. */
  day: { words: string; href: string } | null;
  from: string;
  to: string;
  state: BarState;
  word: string;
  length: string;
  countsAs: string;
  /** Of a day: the rounds that it was made of. */
  rounds: RoundRow[];
};

export type RoundRow = { at: string; state: BarState; words: string };

export type UptimeLedger = {
  /** How checks become intervals. */
  rules: string;
  rows: LedgerRow[];
  more: number;
};

/** More than anybody reads; the rest is in the data. */
const MOST_ROWS = 100;
const MOST_ROUNDS = 60;

type Interval = PeriodUptime['intervals'][number] & {
  rounds?: NonNullable<PeriodUptime['rounds']>[number]['rounds'];
};

const COUNTS_AS = {
  operational: 'up',
  degraded: 'up',
  partial_outage: `${PARTIAL_WEIGHT} down`,
  major_outage: 'down',
  maintenance: 'nothing',
  unknown: 'nothing',
};

/** Of a day every interval with its rounds, oldest first; of a longer time what was not operational, newest first. */
export function toUptimeLedger(uptime: PeriodUptime): UptimeLedger {
  const rules = ruleWords(uptime.rules);
  if (uptime.rounds) {
    return { rules, ...toRows(uptime.rounds, uptime) };
  }
  const first = uptime.intervals[0];
  const troubled = uptime.intervals
    // The time before the first check is no trouble.
    .filter((one) => one.state !== 'operational' && !(one === first && one.state === 'unknown'))
    .toReversed();
  return { rules, ...toRows(troubled, uptime) };
}

function ruleWords({ intervalSec, confirm, recover, unknownAfterMissed }: Rules): string {
  return `A check every ${durationWords(intervalSec)}. Worse: ${inARow(confirm)}; better: ${inARow(recover)}; not measured: ${inARow(unknownAfterMissed)}. A state begins with the first of them.`;
}

function inARow(count: number): string {
  return count === 1 ? '1' : `${count} in a row`;
}

function toRows(intervals: readonly Interval[], uptime: PeriodUptime): Omit<UptimeLedger, 'rules'> {
  return {
    rows: intervals.slice(0, MOST_ROWS).map((interval) => toRow(interval, uptime)),
    more: Math.max(0, intervals.length - MOST_ROWS),
  };
}

function toRow(interval: Interval, { serviceName, rounds, to: end }: PeriodUptime): LedgerRow {
  const { state, from, to } = interval;
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)];
  const look = state === 'operational' ? 'up' : stateOfTrouble(state);
  const href = `/uptime/${serviceName}/${from.slice(0, 10)}`;
  return {
    day: rounds === null ? { words: utcWeekday(fromMs), href } : null,
    from: utcSecond(fromMs),
    to: to === end ? 'end' : utcSecond(toMs),
    state: look,
    word: STATE_WORDS[look],
    length: lengthWords((toMs - fromMs) / 1000),
    countsAs: COUNTS_AS[state],
    rounds: toRounds(interval.rounds ?? []),
  };
}

function toRounds(rounds: NonNullable<Interval['rounds']>): RoundRow[] {
  const rows = rounds.slice(0, MOST_ROUNDS).map(({ at, result, count }) => {
    const state = stateOfResult(result);
    const word = result === 'none' ? 'nothing measured' : STATE_WORDS[state].toLowerCase();
    const words = count === 1 ? word : `${count} × ${word}`;
    return { at: utcSecond(Date.parse(at)), state, words };
  });
  const left = rounds.length - rows.length;
  if (left <= 0) return rows;
  return [...rows, { at: '', state: 'unknown', words: `and ${left} more` }];
}
