import type { Incident } from './incident.ts';

/** How long things took, in seconds from the first failing round; null where one end is not known. */
export type IncidentTimes = {
  timeToKnowSec: number | null;
  timeToPublishSec: number | null;
  timeToResolveSec: number | null;
};

type Moments = Pick<Incident, 'startedAtMs' | 'detectedAtMs' | 'publishedAtMs' | 'resolvedAtMs'>;

/** From the first failing round until it was known, until the first public word, and until it was over. */
export function timesOf({
  startedAtMs,
  detectedAtMs,
  publishedAtMs,
  resolvedAtMs,
}: Moments): IncidentTimes {
  const since = (ms: number | null) =>
    ms === null ? null : Math.max(0, Math.round((ms - startedAtMs) / 1000));
  return {
    timeToKnowSec: since(detectedAtMs),
    timeToPublishSec: since(publishedAtMs),
    timeToResolveSec: since(resolvedAtMs),
  };
}

/** The median of each over several incidents; of an even count, the mean of the middle two. Null without any. */
export function medianTimes(times: readonly IncidentTimes[]): IncidentTimes {
  const of = (name: keyof IncidentTimes) =>
    median(times.flatMap((one) => (one[name] === null ? [] : [one[name]])));
  return {
    timeToKnowSec: of('timeToKnowSec'),
    timeToPublishSec: of('timeToPublishSec'),
    timeToResolveSec: of('timeToResolveSec'),
  };
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
