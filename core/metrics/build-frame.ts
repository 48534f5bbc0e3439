import { metrics } from '../catalog/metrics.ts';
import type { Round } from '../services/outcome.ts';
import { formatSeries } from './format-series.ts';
import type { Frame } from './frame.ts';
import type { Picked, Point } from './pick-series.ts';

/** What came of asking the origin for its metrics. */
export type Scrape = {
  /** When it was asked, in milliseconds. */
  atMs: number;
  durationSec: number;
  /** Of the decoded body, as far as it was read. */
  bytes: number;
} & ({ kind: 'up'; samples: number; picked: Picked } | { kind: 'down'; reason: string });

/** What a probe round says of a service. */
export type Health = Pick<Round, 'serviceName' | 'result' | 'latencyMs'>;

/** A frame of a scrape and of the probe rounds of its slot. The series about the scrape itself come first. */
export function buildFrame(slotMs: number, scrape: Scrape, health: readonly Health[]): Frame {
  const isUp = scrape.kind === 'up';
  const points = [
    { key: 'up', value: isUp ? 1 : 0 },
    { key: 'scrape_duration_seconds', value: scrape.durationSec },
    { key: 'scrape_samples_scraped', value: isUp ? scrape.samples : 0 },
    { key: 'scrape_body_bytes', value: scrape.bytes },
    { key: 'scrape_series_dropped', value: isUp ? scrape.picked.dropped : 0 },
    ...health.flatMap(toPoints),
    ...(isUp ? scrape.picked.points : []),
  ];
  return {
    slotMs,
    atMs: scrape.atMs,
    reason: isUp ? null : scrape.reason,
    instance: isUp ? scrape.picked.instance : null,
    startMs: isUp ? scrape.picked.startMs : null,
    dropped: isUp ? scrape.picked.dropped : 0,
    keys: points.map(({ key }) => key),
    values: Float64Array.from(points, ({ value }) => value),
  };
}

/** The frame of a slot in which only probes ran. */
export function buildPartialFrame(slotMs: number, atMs: number, health: readonly Health[]): Frame {
  const points = health.flatMap(toPoints);
  return {
    slotMs,
    atMs,
    isPartial: true,
    reason: null,
    instance: null,
    startMs: null,
    dropped: 0,
    keys: points.map(({ key }) => key),
    values: Float64Array.from(points, ({ value }) => value),
  };
}

// A round that measured nothing has no value: neither up nor down.
function toPoints({ serviceName: service, result, latencyMs }: Health): Point[] {
  if (result === 'none') return [];
  const value = result === 'up' ? 1 : 0;
  const points = [{ key: formatSeries({ __name__: 'health_check_status', service }), value }];
  if (latencyMs !== null) {
    const key = formatSeries({ __name__: 'health_check_latency_ms', service });
    points.push({ key, value: latencyMs });
  }
  const own = metrics.healthSeries.get(service);
  return own === undefined ? points : [...points, { key: own, value }];
}
