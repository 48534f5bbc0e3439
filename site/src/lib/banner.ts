import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { headlineOf, NOTHING_MEASURED } from './headline.ts';
import type { State } from './state.ts';
import { utcDay, utcMinute, utcSecond } from './utc-words.ts';

/** When the data was made: for machines, and for people. */
type Stamp = { label: string; iso: string; words: string };

export type Banner = {
  state: State;
  title: string;
  verdict: string;
  details: string;
  stamp: Stamp | null;
};

/** Before there is a result. */
export const FIRST_BANNER: Banner = {
  ...NOTHING_MEASURED,
  details: NOTHING_MEASURED.details.join(' '),
  stamp: null,
};

export function toBanner(snapshot: Snapshot): Banner {
  const headline = headlineOf(snapshot);
  if (headline === NOTHING_MEASURED) return FIRST_BANNER;
  const iso = secondIso(snapshot.generatedAt);
  const stamp = { label: 'Measured', iso, words: utcSecond(Date.parse(iso)) };
  return { ...headline, details: headline.details.join(' '), stamp };
}

/** What takes the place of the banner once the data is old. */
export function toOldBanner({ generatedAt }: Snapshot, nowMs: number): Banner {
  const ms = Date.parse(generatedAt);
  const day = utcDay(ms) === utcDay(nowMs) ? '' : ` on ${utcDay(ms)}`;
  return {
    state: 'unknown',
    title: `Last heard${day} at ${utcMinute(ms)} UTC`,
    verdict: 'We can’t tell how things are now.',
    details: 'Our monitor went quiet, or you are offline. Below is how things were then.',
    stamp: {
      label: 'Last measured',
      iso: secondIso(generatedAt),
      words: `${utcDay(ms)}, ${utcSecond(ms)}`,
    },
  };
}

function secondIso(iso: string): string {
  return `${iso.slice(0, 19)}Z`;
}
