import { createReadStream } from 'node:fs';
import { ExpositionError } from '../../core/metrics/exposition-error.ts';
import { LIMITS, type Samples } from '../../core/metrics/exposition-state.ts';
import { createExpositionParser } from '../../core/metrics/parse-exposition.ts';
import { createSeriesIndex, type SeriesIndex } from '../../core/metrics/series-index.ts';
import { STALE, type SampleValue, type Series } from '../../core/promql/index.ts';
import { readExposition } from '../../workers/monitor/scrape/read-exposition.ts';
import { explainUnreadable } from '../explain-unreadable.ts';
import type { Placed } from './place-files.ts';

/**
 * The series of expositions, each file the samples of its time. A series that the next file lacks has ended there, as
 * from one scrape to the next. Throws an Error that names the file and the line of what is wrong.
 */
export async function readFiles(files: readonly Placed[]): Promise<Series[]> {
  const index = createSeriesIndex();
  const samplesOf = new Map<number, [number, SampleValue][]>();
  let alive: ReadonlySet<number> = new Set();
  for (const { path, timeMs } of files.toSorted((a, b) => a.timeMs - b.timeMs)) {
    const { count, series, values } = await readFile(index, path);
    const present = new Set(series.subarray(0, count));
    for (const one of alive) if (!present.has(one)) samplesOf.get(one)?.push([timeMs, STALE]);
    for (const [at, one] of series.subarray(0, count).entries()) {
      const samples = samplesOf.get(one) ?? [];
      samples.push([timeMs, values[at] ?? NaN]);
      samplesOf.set(one, samples);
    }
    alive = present;
  }
  return Array.from(samplesOf, ([one, samples]) => ({ labels: index.labels[one] ?? {}, samples }));
}

async function readFile(index: SeriesIndex, path: string): Promise<Samples> {
  try {
    const parser = createExpositionParser({ index });
    const exposition = await readExposition(createReadStream(path), parser, LIMITS.bytes);
    return exposition.kept;
  } catch (error) {
    if (!(error instanceof ExpositionError)) throw explainUnreadable(path, error);
    throw new Error(`${path}:${error.line}: ${error.reason}`, { cause: error });
  }
}
