import { expect, test } from 'vitest';
import { overallStatus } from '../../../core/services/overall.ts';
import type { ServiceStatus } from '../../../core/services/status.ts';
import { headlineOf } from './headline.ts';
import { service, snapshot } from './snapshot.fixture.ts';

const NAMES = ['Storefront', 'Card payments', 'File storage', 'Redis cache'];

function headline(...statuses: ServiceStatus[]) {
  const services = statuses.map((status, index) => service(NAMES[index] ?? '', { status }));
  return headlineOf(snapshot({ services, overall: overallStatus(statuses) }));
}

function words(...statuses: ServiceStatus[]): string {
  const { title, verdict, details } = headline(...statuses);
  return [`${title}.`, verdict, ...details].join(' ');
}

test.each<[ServiceStatus[], string]>([
  [
    ['UP', 'UP'],
    'All systems operational. Every check from outside passes. 2 services, each checked every 30 s.',
  ],
  [
    ['UP', 'DEGRADED'],
    'Card payments degraded. Slow or failing in part. Every other check passes.',
  ],
  [
    ['UP', 'DEGRADED', 'DEGRADED'],
    'Card payments and File storage degraded. Slow or failing in part. Every other check passes.',
  ],
  [
    ['DEGRADED', 'DEGRADED', 'DEGRADED', 'UP'],
    '3 of 4 services degraded. Slow or failing in part. Degraded: Storefront, Card payments and File storage. Every other check passes.',
  ],
  [
    ['UP', 'DOWN'],
    'Card payments down. Failing our checks from outside. Every other check passes.',
  ],
  [
    ['DOWN', 'DEGRADED', 'UNKNOWN', 'UP'],
    'Storefront down. Failing our checks from outside. Degraded: Card payments. We can’t see File storage. Every other check passes.',
  ],
  [
    ['DOWN', 'DOWN', 'DOWN'],
    'All 3 services down. Failing our checks from outside. Down: Storefront, Card payments and File storage.',
  ],
  [['UP', 'UNKNOWN'], 'We can’t see Card payments. Every check we could make passes.'],
  [
    ['UP', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN'],
    'We can’t see 3 of 4 services. Every check we could make passes. Unknown: Card payments, File storage and Redis cache.',
  ],
  [['UNKNOWN', 'UNKNOWN'], 'We can’t see any service. No check tells how things are.'],
])('%j reads well', (statuses, expected) => {
  expect(words(...statuses)).toBe(expected);
});

test('the headline names the product when its API server is down', () => {
  const services = [service('API server', { status: 'DOWN' }), service('Redis cache')];
  const { title, details } = headlineOf(snapshot({ services, overall: 'DOWN' }));
  expect([title, ...details]).toEqual([
    'KTBlog is down',
    'Down: API server.',
    'Every other check passes.',
  ]);
});

test('what nobody has seen is never operational', () => {
  expect(headline('UP', 'UNKNOWN').state).toBe('unknown');
});

test('a snapshot without a result says that nothing was measured', () => {
  const services = [service('API server', { status: 'UNKNOWN', lastCheckedAt: null })];
  expect(headlineOf(snapshot({ services, overall: 'UNKNOWN' })).title).toBe('Nothing measured yet');
  expect(headlineOf(snapshot({ services: [] })).title).toBe('Nothing measured yet');
});
