import { durationWords } from './duration-words.ts';
import { findRuns, type Run } from './runs.ts';
import { STATE_WORDS, type BarState } from './state.ts';
import { utcMinute, utcSecond } from './utc-words.ts';

/** A stretch that was not operational. */
export type Trouble = {
  fromMs: number;
  at: string;
  state: BarState;
  word: string;
  length: string;
};

/** The strip in words: what was measured, the newest stretches of trouble, and how many older ones there are. */
export type Recent = { summary: string; troubles: Trouble[]; older: number };

export function recentOf(
  bars: readonly BarState[],
  { fromMs, barSec }: { fromMs: number; barSec: number },
): Recent {
  const runs = findRuns(bars).filter(({ state }) => state !== 'up' && state !== 'unknown');
  return {
    summary: summarize(bars, runs, barSec),
    troubles: runs.map((run) => describe(run, fromMs, barSec)).toReversed(),
    older: 0,
  };
}

function summarize(bars: readonly BarState[], runs: readonly Run[], barSec: number): string {
  const measured = bars.filter((state) => state !== 'unknown').length;
  if (measured === 0) return 'No data';
  const troubled = runs.reduce((sum, { from, to }) => sum + to - from, 0);
  const outcome = troubled === 0 ? 'No trouble' : `${durationWords(troubled * barSec)} of trouble`;
  const known = measured < bars.length ? ' measured' : '';
  return `${outcome} in ${durationWords(measured * barSec)}${known}`;
}

function describe({ state, from, to }: Run, firstMs: number, barSec: number): Trouble {
  const atMs = firstMs + from * barSec * 1000;
  return {
    fromMs: atMs,
    at: barSec < 60 ? utcSecond(atMs) : utcMinute(atMs),
    state,
    word: STATE_WORDS[state],
    length: durationWords((to - from) * barSec),
  };
}
