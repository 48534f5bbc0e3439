import type { Correction } from '../../../core/uptime/correction.ts';
import { STATE_WORDS, stateOfTrouble } from './state.ts';
import { utcDayMinute } from './utc-words.ts';

export type CorrectionRow = { time: string; words: string; reason: string };

/** What people said of a time that was measured wrong, the newest word first. */
export function toCorrectionRows(corrections: readonly Correction[]): CorrectionRow[] {
  return corrections
    .toSorted((a, b) => Date.parse(b.madeAt) - Date.parse(a.madeAt))
    .map(({ from, to, state, reason, madeAt }) => {
      const look = state === 'operational' ? 'up' : stateOfTrouble(state);
      return {
        time: `${moment(from)} to ${moment(to)}`,
        words: `counted as ${STATE_WORDS[look].toLowerCase()}, said on ${moment(madeAt)}`,
        reason,
      };
    });
}

function moment(iso: string): string {
  return utcDayMinute(Date.parse(iso));
}
