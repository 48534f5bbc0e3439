import { findRuns } from './runs.ts';
import { STATES, type State } from './state.ts';

/** The bars of one state, each one unit wide, on the middle line of the strip. */
export type StripPath = { state: State; path: string };

/**
 * One path per state that occurs. A run of equal bars is one sub-path, which the style cuts into bars by a dash
 * pattern that starts anew at each sub-path: 60 good minutes are `M0 0H60`.
 */
export function stripPaths(bars: readonly State[]): StripPath[] {
  const runs = findRuns(bars);
  return STATES.flatMap((state) => {
    const path = runs
      .filter((run) => run.state === state)
      .map(({ from, to }) => `M${from} 0H${to}`)
      .join('');
    return path === '' ? [] : [{ state, path }];
  });
}
