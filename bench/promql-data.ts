// An application of 2,000 series over an hour: counters, histograms, gauges, with restarts.
import { createColumn, createSeriesIndex, type Column, type Window } from '../core/promql/index.ts';

export const FRAMES = 60;
export const STEP_MS = 60_000;
export const START_MS = 1_790_000_040_000;
export const AT_MS = START_MS + (FRAMES - 1) * STEP_MS;

type Labels = Record<string, string>;
/** `bare` are the labels without the name. */
export type BenchSeries = { labels: Labels; bare: Labels; values: Float64Array };
export type BenchData = {
  times: Float64Array;
  series: BenchSeries[];
  byName: ReadonlyMap<string, readonly BenchSeries[]>;
  window: Window;
};

const BOUNDS = [
  '0.005',
  '0.01',
  '0.025',
  '0.05',
  '0.1',
  '0.25',
  '0.5',
  '1',
  '2.5',
  '5',
  '10',
  '+Inf',
];

/** The same numbers in each run. */
export function createData(): BenchData {
  const random = createRandom(42);
  const times = Float64Array.from({ length: FRAMES }, (_, frame) => START_MS + frame * STEP_MS);
  const series = listLabels().map((labels) => {
    return { labels, bare: withoutName(labels), values: createValues(labels, random) };
  });
  const byName = Map.groupBy(series, ({ labels }) => labels['__name__'] ?? '');
  return { times, series, byName, window: toWindow(series, times) };
}

function withoutName(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([label]) => label !== '__name__'));
}

function toWindow(series: readonly BenchSeries[], times: Float64Array): Window {
  const index = createSeriesIndex(series.map(({ labels }) => labels));
  const columns = series.map(({ values }): Column => createColumn(times, values));
  return { index, columns };
}

function listLabels(): Labels[] {
  const routes = names('/api/r', 20);
  const methods = ['GET', 'POST'];
  const statuses = ['200', '201', '204', '301', '400', '404', '500', '503'];
  const severities = ['info', 'warning', 'error', 'critical'];
  return [
    ...cross('http_requests_total', { route: routes, method: methods, status: statuses }),
    ...cross('http_request_duration_seconds_bucket', {
      route: routes,
      method: methods,
      le: BOUNDS,
    }),
    ...cross('http_request_duration_seconds_count', { route: routes, method: methods }),
    ...cross('http_request_duration_seconds_sum', { route: routes, method: methods }),
    ...cross('db_query_duration_seconds_bucket', { table: names('t', 20), le: BOUNDS }),
    ...cross('db_queries_total', { table: names('t', 20) }),
    ...cross('app_errors_total', { module: names('m', 100), severity: severities }),
    ...cross('queue_jobs', {
      queue: names('q', 20),
      state: ['waiting', 'active', 'failed', 'done', 'late'],
    }),
    ...cross('nodejs_heap_bytes', { instance: names('i', 10), space: names('s', 8) }),
    ...cross('cache_hits_total', { cache: names('c', 50) }),
    ...cross('cache_misses_total', { cache: names('c', 50) }),
    ...cross('disk_free_bytes', { device: names('d', 40) }),
    ...cross('sessions', { region: names('r', 8), plan: names('p', 15) }),
    ...cross('up', { job: names('j', 20) }),
  ];
}

function names(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}

function cross(name: string, labels: Record<string, readonly string[]>): Labels[] {
  let all: Labels[] = [{ __name__: name }];
  for (const [label, values] of Object.entries(labels)) {
    all = all.flatMap((set) => values.map((value) => ({ ...set, [label]: value })));
  }
  return all;
}

function createValues(labels: Labels, random: () => number): Float64Array {
  const name = labels['__name__'] ?? '';
  if (name === 'up') return fill(() => (random() < 0.02 ? 0 : 1));
  const bucket = BOUNDS.indexOf(labels['le'] ?? '') + 1;
  // Of one histogram each bucket counts what those below it do.
  if (bucket > 0) return fill((frame) => bucket * (5 + (name.length % 7)) * (frame + 1));
  const pace = 1 + Math.floor(random() * 50);
  if (!/_(?:total|count|sum)$/.test(name)) return fill(() => Math.floor(pace * (1 + random())));
  const restart = random() < 0.1 ? Math.floor(random() * FRAMES) : -1;
  let value = Math.floor(random() * 1000);
  return fill((frame) => {
    value = frame === restart ? 0 : value + Math.floor(pace * random() * 2);
    return value;
  });
}

function fill(at: (frame: number) => number): Float64Array {
  return Float64Array.from({ length: FRAMES }, (_, frame) => at(frame));
}

// Mulberry32.
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
