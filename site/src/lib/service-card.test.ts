import { expect, test } from 'vitest';
import type { ServiceSnapshot } from '../../../core/snapshot/snapshot.ts';
import { toServiceCard, type CardOptions } from './service-card.ts';
import { generatedMs, service } from './snapshot.fixture.ts';

const options = {
  fromMs: generatedMs,
  barSec: 60,
  isOld: false,
  hasDays: false,
  isInWork: false,
} satisfies CardOptions;
const card = (changes: Partial<ServiceSnapshot> = {}, other: Partial<CardOptions> = {}) =>
  toServiceCard(service('Redis cache', changes), { ...options, ...other });

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
  [99.999, '99.99 %'],
  [99.57, '99.57 %'],
  [99.9, '99.90 %'],
  [100, '100 %'],
])('an uptime of %d is cut to "%s", never rounded up', (uptimePercentage, percent) => {
  const { uptime } = card({ uptimePercentage, coverage: 99.96 });
  expect(uptime).toEqual({ percent, coverage: '99.9 % measured' });
});

test.each<[Partial<ServiceSnapshot>, object]>([
  [
    { uptimePercentage: null, coverage: null },
    { percent: null, coverage: 'not yet' },
  ],
  [
    { uptimePercentage: null, coverage: 99 },
    { percent: null, coverage: 'not yet' },
  ],
  [
    { uptimePercentage: 100, coverage: 84.29 },
    { percent: null, coverage: '84.2 % measured: too little to say' },
  ],
  [
    { uptimePercentage: 100, coverage: 94.999 },
    { percent: null, coverage: '94.9 % measured: too little to say' },
  ],
  [
    { uptimePercentage: 99.974, coverage: 95 },
    { percent: '99.97 %', coverage: '95.0 % measured' },
  ],
])('beside 90 days the uptime of %j is %j', (changes, expected) => {
  expect(card(changes, { hasDays: true }).uptime).toEqual(expected);
});

test('a bar in which only a part failed has its own look', () => {
  const { strip } = card({ recent: { results: 'upg-', latencies: [] } });
  expect(strip.map(({ state, path }) => `${state} ${path}`)).toEqual([
    'up M0 0h1',
    'degraded M2 0h1',
    'partial M1 0h1',
    'unknown M3 0h1',
  ]);
});

test.each([
  [60, true],
  [13, true],
  [12, false],
  [0, false],
])('with %i minutes of latencies there is a line: %s', (minutes, isDrawn) => {
  const latencies = Array.from({ length: 60 }, (_, index) => (index < 60 - minutes ? null : 12));
  const { spark } = card({ recent: { results: 'u'.repeat(60), latencies } });
  expect(spark !== '').toBe(isDrawn);
});

test('work under way is told beside what is measured, not instead of it', () => {
  const { state, word, marks } = card({ status: 'DOWN' }, { isInWork: true });
  expect([state, word, marks]).toEqual([
    'down',
    'Down',
    [{ look: 'maintenance', word: 'Maintenance' }],
  ]);
});

test('work that only the ledger knows is told too', () => {
  const open = { state: 'maintenance', from: '2026-11-24T14:00:00Z', to: null } as const;
  const days = { states: 'm', troubles: [open] };
  expect(card({ days }, { hasDays: true }).marks.map(({ word }) => word)).toEqual(['Maintenance']);
  const done = { states: 'm', troubles: [{ ...open, to: '2026-11-24T14:10:00Z' }] };
  expect(card({ days: done }, { hasDays: true }).marks).toEqual([]);
});

test('a service that changes often is marked, but not on a page that is old', () => {
  expect(card({ isUnstable: true }).marks.map(({ word }) => word)).toEqual(['Unstable']);
  expect(card({ isUnstable: true }, { isOld: true }).marks).toEqual([]);
});
