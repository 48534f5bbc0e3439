// Our parser against parse-prometheus-text-format, on what prom-client writes. Ours gets the bytes in pieces of 64 KiB, as
// a body arrives, and knows the series from the scrape before; the other one takes the whole text at once. Both give
// labels and values of every sample.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import parsePrometheusTextFormat from 'parse-prometheus-text-format';
import * as z from 'zod';
import { metrics } from '../core/catalog/metrics.ts';
import { LIMITS } from '../core/metrics/exposition-state.ts';
import { createExpositionParser } from '../core/metrics/parse-exposition.ts';
import { createSeriesIndex, type SeriesIndex } from '../core/metrics/series-index.ts';
import { readExposition } from '../workers/monitor/scrape/read-exposition.ts';
import { makeExposition } from './make-exposition.ts';
import { median } from './median.ts';

/** In megabytes, with so many scrapes in each measurement. */
const SIZES = [
  { size: 1, repeats: 30 },
  { size: 10, repeats: 3 },
];
const RUNS = 11;
/** Runs before the first that counts. */
const WARM_UPS = 3;
const PIECE = 64 * 1024;
const MEGABYTE = 1_000_000;
const RULES = new Set(metrics.rules);
const limits = { ...LIMITS, bytes: Infinity, samples: Infinity };

setFlagsFromString('--expose-gc');
const collectGarbage = z.function({ input: [], output: z.void() }).parse(runInNewContext('gc'));

for (const { size, repeats } of SIZES) {
  const body = new TextEncoder().encode(await makeExposition(size * MEGABYTE));
  await compare(body, repeats);
  await weigh(body);
}

async function compare(body: Uint8Array, repeats: number) {
  const all = createSeriesIndex();
  const some = createSeriesIndex();
  const [count, kept] = [await scrape(body, all), await scrape(body, some, RULES)];
  const megabytes = body.length / MEGABYTE;
  console.log(`${megabytes.toFixed(2)} MB, ${count} samples, ${kept} of them of the default rules`);
  const times: Record<'theirs' | 'all' | 'some', number[]> = { theirs: [], all: [], some: [] };
  for (let run = -WARM_UPS; run < RUNS; run += 1) {
    const theirs = await time(repeats, () =>
      parsePrometheusTextFormat(new TextDecoder().decode(body)),
    );
    const ours = await time(repeats, () => scrape(body, all));
    const selected = await time(repeats, () => scrape(body, some, RULES));
    if (run < 0) continue;
    times.theirs.push(theirs);
    times.all.push(ours);
    times.some.push(selected);
  }
  const [theirs, ours, selected] = [times.theirs, times.all, times.some].map(median);
  if (theirs === undefined || ours === undefined || selected === undefined) return;
  const rate = (ms: number) => `${ms.toFixed(2)} ms, ${((1000 * megabytes) / ms).toFixed(0)} MB/s`;
  console.log(`  parse-prometheus-text-format: ${rate(theirs)}`);
  console.log(`  all samples: ${rate(ours)}; ratio ${(theirs / ours).toFixed(1)} (at least 5)`);
  const ratio = (theirs / selected).toFixed(1);
  console.log(`  default rules: ${rate(selected)}; ratio ${ratio} (at least 50)`);
}

// What a scrape leaves behind: of the default rules from the first on, of all samples from the second on.
async function weigh(body: Uint8Array) {
  const some = createSeriesIndex();
  const first = await weighScrape(body, some, RULES);
  const all = createSeriesIndex();
  await scrape(body, all);
  const second = await weighScrape(body, all);
  console.log(
    `  kept on the heap: default rules ${first}, all samples again ${second} (at most 2 MB)`,
  );
}

async function weighScrape(body: Uint8Array, index: SeriesIndex, wanted?: ReadonlySet<string>) {
  collectAll();
  const before = process.memoryUsage();
  const kept = await parse(body, index, wanted);
  collectAll();
  const after = process.memoryUsage();
  const bytes = after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers;
  return `${(bytes / MEGABYTE).toFixed(2)} MB (${kept.count} samples)`;
}

// What the first one finds may have been held by what it frees.
function collectAll() {
  collectGarbage();
  collectGarbage();
}

/** Reads a scrape and looks at the labels and the value of each sample. Gives how many there are. */
async function scrape(body: Uint8Array, index: SeriesIndex, wanted?: ReadonlySet<string>) {
  const { count, series, values } = await parse(body, index, wanted);
  let seen = 0;
  for (let at = 0; at < count; at += 1) {
    const labels = index.labels[series[at] ?? -1];
    if (labels?.['__name__'] !== undefined && values[at] !== undefined) seen += 1;
  }
  return seen;
}

async function parse(body: Uint8Array, index: SeriesIndex, wanted?: ReadonlySet<string>) {
  const parser = createExpositionParser({ index, limits, ...(wanted && { wanted }) });
  const exposition = await readExposition(pieces(body), parser, limits.bytes);
  return exposition.kept;
}

function* pieces(body: Uint8Array) {
  for (let at = 0; at < body.length; at += PIECE) yield body.subarray(at, at + PIECE);
}

// So many in a row that the clock adds little; nobody pays for the garbage of the one before.
async function time(repeats: number, call: () => unknown): Promise<number> {
  collectAll();
  await call();
  const startedAt = performance.now();
  for (let n = 0; n < repeats; n += 1) await call();
  return (performance.now() - startedAt) / repeats;
}
