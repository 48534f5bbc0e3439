import { metrics } from '../../../core/catalog/metrics.ts';
import type { Scrape } from '../../../core/metrics/build-frame.ts';
import { ExpositionError } from '../../../core/metrics/exposition-error.ts';
import { LIMITS } from '../../../core/metrics/exposition-state.ts';
import { createExpositionParser } from '../../../core/metrics/parse-exposition.ts';
import { pickSeries } from '../../../core/metrics/pick-series.ts';
import type { SeriesIndex } from '../../../core/metrics/series-index.ts';
import type { OriginSettings } from '../probes/detailed-health.ts';
import { explainFailure } from '../probes/explain-failure.ts';
import { follow } from '../probes/follow.ts';
import { inDeadline } from '../probes/in-deadline.ts';
import { originUrl } from '../probes/origin-url.ts';
import { readExposition } from './read-exposition.ts';
import { refuseAnswer, RefusedAnswer } from './refuse-answer.ts';

const PATH = '/metrics';
const DEADLINE_MS = 5_000;
/** The newest text format first; OpenMetrics is understood and not asked for. */
const ACCEPT = 'text/plain;version=0.0.4, application/openmetrics-text;version=1.0.0;q=0.5';
const OPENMETRICS = 'application/openmetrics-text';
/** Series that have room in a frame beside those about the scrape and the probes. */
const MOST_SERIES = 1_960;

const families = [...metrics.rules, ...metrics.charts];
const WANTED = new Set([...families, metrics.instanceInfo, metrics.startTime]);

type Options = {
  now: () => number;
  /** What is known of the origin's series; it grows. */
  index: SeriesIndex;
  deadlineMs?: number;
};

/**
 * Asks the origin for its metrics, whole and within the deadline, or says why there are none. A failure is no error: it
 * is a scrape that went down.
 */
export async function scrapeOrigin(
  settings: OriginSettings,
  { now, index, deadlineMs = DEADLINE_MS }: Options,
): Promise<Scrape> {
  const atMs = now();
  const size = { bytes: 0 };
  const measured = () => ({ atMs, durationSec: (now() - atMs) / 1000, bytes: size.bytes });
  const signal = AbortSignal.timeout(deadlineMs);
  try {
    const answer = await inDeadline(read(settings, { signal, index, size }), signal);
    return { ...measured(), kind: 'up', ...answer };
  } catch (error) {
    return { ...measured(), kind: 'down', reason: explain(error, deadlineMs) };
  }
}

type Reading = { signal: AbortSignal; index: SeriesIndex; size: { bytes: number } };

async function read(
  { ORIGIN_URL, ORIGIN_TOKEN }: OriginSettings,
  { signal, index, size }: Reading,
) {
  const authorization = ORIGIN_TOKEN && { authorization: `Bearer ${ORIGIN_TOKEN}` };
  const headers = { accept: ACCEPT, ...authorization };
  const response = await follow(originUrl(ORIGIN_URL, PATH), { signal, headers });
  await refuseAnswer(response, ORIGIN_TOKEN !== undefined);
  const type = response.headers.get('content-type') ?? '';
  const format = type.startsWith(OPENMETRICS) ? 'openmetrics' : 'text';
  const parser = createExpositionParser({ index, wanted: WANTED, room: MOST_SERIES, format });
  const body = countBytes(response.body ?? emptyBody(), { size, signal });
  const exposition = await readExposition(body, parser, LIMITS.bytes);
  checkLength(response, size.bytes);
  const { instanceInfo, startTime } = metrics;
  const options = { families, instanceInfo, startTime, most: MOST_SERIES };
  const picked = pickSeries(exposition.kept, index, options);
  const { sampleCount: samples, droppedCount } = exposition;
  if (samples === 0) throw new RefusedAnswer('no samples');
  return { samples, picked: { ...picked, dropped: picked.dropped + droppedCount } };
}

async function* countBytes(
  body: AsyncIterable<Uint8Array>,
  { size, signal }: Pick<Reading, 'size' | 'signal'>,
) {
  for await (const chunk of body) {
    signal.throwIfAborted();
    size.bytes += chunk.length;
    yield chunk;
  }
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}

// The runtime ends a body without a word when the other side does; only its length tells.
function checkLength(response: Response, bytes: number) {
  const length = response.headers.get('content-length');
  if (length === null || response.headers.get('content-encoding') !== null) return;
  if (Number(length) !== bytes)
    throw new RefusedAnswer(`${bytes} of ${length} bytes: it breaks off`);
}

function explain(error: unknown, deadlineMs: number): string {
  if (error instanceof ExpositionError || error instanceof RefusedAnswer) return error.message;
  return explainFailure(error, { deadlineMs, addressedBy: ['ORIGIN_URL'] }).reason;
}
