import { ExpositionError } from './exposition-error.ts';
import type { Families, Family } from './family.ts';
import type { SeriesIndex } from './series-index.ts';

export type Limits = {
  /** Of the decoded body, in bytes. */
  bytes: number;
  samples: number;
  /** Of one series, its name not counted. */
  labels: number;
  /** Of the text of one series, in bytes. */
  seriesBytes: number;
};

/** What no exposition that we watch comes near. Breaking any of them fails the whole of it. */
export const LIMITS: Limits = {
  bytes: 4 * 1024 * 1024,
  samples: 50_000,
  labels: 64,
  seriesBytes: 4096,
};

/**
 * The samples that are kept, in the order of the text; the first `count` of each column count. Times that stood beside
 * them are not: what an origin says of itself is as old as its answer.
 */
export type Samples = {
  count: number;
  /** Series of the index. */
  series: Int32Array;
  values: Float64Array;
};

/** What is known in the middle of a text. */
export type State = {
  index: SeriesIndex;
  families: Families;
  limits: Limits;
  /** Of the line that is read, from 1. */
  line: number;
  /** All samples, those that are not kept too. */
  sampleCount: number;
  kept: Samples;
  /** The text of the last sample, by its number in the index; its name and its family. */
  previous: number;
  name: string;
  family: Family | null;
  /** The family that is passed over: it is not kept, and its TYPE line came last. */
  passed: Family | null;
  /** Whether a line was read that is not empty. */
  hasBegun: boolean;
  /** Whether the last line that was read is `# EOF`. */
  hasEnded: boolean;
};

export function fail(state: State, reason: string): never {
  throw new ExpositionError(state.line, reason);
}

export function createSamples(room: number): Samples {
  return { count: 0, series: new Int32Array(room), values: new Float64Array(room) };
}

/** The same samples with room for so many. */
export function resizeSamples({ count, series, values }: Samples, room: number): Samples {
  const resized = createSamples(room);
  resized.count = count;
  resized.series.set(series.subarray(0, count));
  resized.values.set(values.subarray(0, count));
  return resized;
}
