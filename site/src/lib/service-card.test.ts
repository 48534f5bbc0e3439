import { expect, test } from 'vitest';
import type { ServiceSnapshot } from '../../../core/snapshot/snapshot.ts';
import { toServiceCard } from './service-card.ts';
import { generatedMs, service } from './snapshot.fixture.ts';

const options = { fromMs: generatedMs, barSec: 60, isOld: false };
const card = (changes: Partial<ServiceSnapshot> = {}) =>
  toServiceCard(service('Redis cache', changes), options);

test.each<[Partial<ServiceSnapshot>, object]>([
  [{ latency: 84.4 }, { measured: '84 ms' }],
  [{ latency: 0.3 }, { measured: '< 1 ms' }],
  [{ latency: 12_340 }, { measured: '12.3 s' }],
  [{ latency: null }, { missing: 'not timed' }],
  [{ status: 'DOWN', latency: null }, { missing: 'no answer' }],
  [{ status: 'DOWN', latency: 40 }, { measured: '40 ms' }],
  [{ status: 'UNKNOWN', latency: 40 }, { missing: 'no data' }],
])('the latency of %j is %j', (changes, expected) => {
  expect(card(changes).latency).toEqual(expected);
});

test('an uptime that is not known has no place on the card', () => {
  expect(card().uptime).toBeNull();
});

test.each([
  [99.999, '99.99 % up'],
  [99.57, '99.57 % up'],
  [99.9, '99.90 % up'],
  [100, '100 % up'],
])('an uptime of %d is cut to "%s", never rounded up', (uptimePercentage, percent) => {
  const { uptime } = card({ uptimePercentage, coverage: 99.96 });
  expect(uptime).toEqual({ percent, coverage: '99.9 % seen' });
});

test('a bar in which only a part failed is drawn as degraded', () => {
  const { strip } = card({ recent: { results: 'upg-', latencies: [] } });
  expect(strip.map(({ state, path }) => `${state} ${path}`)).toEqual([
    'up M0 0H1',
    'degraded M1 0H3',
    'unknown M3 0H4',
  ]);
});
