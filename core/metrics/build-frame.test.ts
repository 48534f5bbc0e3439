import { expect, test } from 'vitest';
import { buildFrame, type Health, type Scrape } from './build-frame.ts';

const asked = { atMs: 60_100, durationSec: 0.05, bytes: 900 };
const picked = { instance: 'a', startMs: 5, points: [{ key: 'm', value: 7 }], dropped: 2 };
const up: Scrape = { ...asked, kind: 'up', samples: 12, picked };
const down: Scrape = { ...asked, kind: 'down', reason: 'line 3: HTML, not metrics' };

function seriesOf(scrape: Scrape, health: Health[] = []) {
  const { keys, values } = buildFrame(60_000, scrape, health);
  return Object.fromEntries(keys.map((key, at) => [key, values[at]]));
}

test('a scrape says how it went, and what it gave', () => {
  expect(seriesOf(up)).toEqual({
    up: 1,
    scrape_duration_seconds: 0.05,
    scrape_samples_scraped: 12,
    scrape_body_bytes: 900,
    scrape_series_dropped: 2,
    m: 7,
  });
  expect(buildFrame(60_000, up, [])).toMatchObject({
    slotMs: 60_000,
    atMs: 60_100,
    reason: null,
    instance: 'a',
    startMs: 5,
    dropped: 2,
  });
});

test('a scrape that failed is up 0 with a reason, and nothing of the origin', () => {
  expect(buildFrame(60_000, down, []).reason).toBe('line 3: HTML, not metrics');
  const series = seriesOf(down);
  expect(series).toMatchObject({ up: 0, scrape_samples_scraped: 0 });
  expect(series).not.toHaveProperty('m');
});

test.each([
  [
    { result: 'up', latencyMs: 12 },
    { status: 1, latency: 12 },
  ],
  [
    { result: 'degraded', latencyMs: 2500 },
    { status: 0, latency: 2500 },
  ],
  [
    { result: 'down', latencyMs: null },
    { status: 0, latency: undefined },
  ],
  [
    { result: 'none', latencyMs: null },
    { status: undefined, latency: undefined },
  ],
] as const)('the health of a probe round %j', (round, { status, latency }) => {
  const series = seriesOf(down, [{ serviceName: 'redis', ...round }]);
  expect(series['health_check_status{service="redis"}']).toBe(status);
  expect(series['health_check_latency_ms{service="redis"}']).toBe(latency);
  expect(series['redis_health_status']).toBe(status);
});

test('only Redis has a series of its own', () => {
  const series = seriesOf(up, [{ serviceName: 'stripe-api', result: 'up', latencyMs: 80 }]);
  expect(series).toMatchObject({ 'health_check_status{service="stripe-api"}': 1 });
  expect(series).not.toHaveProperty('redis_health_status');
});
