import { findRuns } from './runs.ts';
import { BAR_STATES, type BarState } from './state.ts';

/** The bars of one state, each one unit wide, on the middle line of the strip. */
export type StripPath = { state: BarState; path: string };

/**
 * One path per state that occurs. A run of equal bars is one sub-path, which the style cuts into bars by a dash
 * pattern that starts anew at each sub-path: 60 good minutes are `M0 0h60`.
 */
export function stripPaths(bars: readonly BarState[]): StripPath[] {
  const runs = findRuns(bars);
  return BAR_STATES.flatMap((state) => {
    const own = runs.filter((run) => run.state === state);
    // A step from the end of the run before is shorter than a place, and much the same for each.
    const path = own.map(({ from, to }, index) => {
      const before = own[index - 1];
      return `${before ? `m${from - before.to}` : `M${from}`} 0h${to - from}`;
    });
    return path.length === 0 ? [] : [{ state, path: path.join('') }];
  });
}
