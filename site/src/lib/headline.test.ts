import { expect, test } from 'vitest';
import { overallStatus } from '../../../core/services/overall.ts';
import type { ServiceStatus } from '../../../core/services/status.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { headlineOf } from './headline.ts';
import { incident, maintenance, update } from './incident.fixture.ts';
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

function wordsOf(changes: Partial<Snapshot>): string {
  const { state, title, verdict, details } = headlineOf(snapshot(changes));
  return [`${state}: ${title}.`, verdict, ...details].join(' ');
}

const degraded = [service('API server'), service('Redis cache', { status: 'DEGRADED' })];
const unseen = [service('API server'), service('Redis cache', { status: 'UNKNOWN' })];
const watched = incident({ updates: [{ ...update('14:20', ''), status: 'MONITORING' }] });

test.each<[string, Partial<Snapshot>, string]>([
  [
    'an open incident is never "All systems operational"',
    { incidents: [incident()] },
    'degraded: There is trouble our checks don’t see. An incident is open. Every check from outside passes.',
  ],
  [
    'several incidents are counted, and what is not seen is told',
    { incidents: [incident(), watched], services: unseen, overall: 'UNKNOWN' },
    'degraded: There is trouble our checks don’t see. 2 incidents are open. Every check we could make passes. We can’t see Redis cache.',
  ],
  [
    'a repaired fault is watched',
    { incidents: [watched] },
    'degraded: Recovering, still being watched. An incident is open. Every check from outside passes.',
  ],
  [
    'what is measured to be bad goes first',
    { incidents: [incident()], services: degraded, overall: 'DEGRADED' },
    'degraded: Redis cache degraded. Slow or failing in part. Every other check passes.',
  ],
  [
    'work that is only planned changes nothing',
    { maintenance: [maintenance({ isUnderWay: false })] },
    'up: All systems operational. Every check from outside passes. 2 services, each checked every 30 s.',
  ],
  [
    'work under way is told while every check passes',
    { maintenance: [maintenance()] },
    'maintenance: Maintenance under way. It’s us, on purpose, until 15:00 UTC. Every check from outside passes.',
  ],
  [
    'trouble of the service that is worked on belongs to the work',
    { maintenance: [maintenance()], services: degraded, overall: 'DEGRADED' },
    'maintenance: Maintenance under way. It’s us, on purpose, until 15:00 UTC. Degraded meanwhile: Redis cache. Every other check passes.',
  ],
  [
    'trouble elsewhere does not',
    {
      maintenance: [maintenance({ services: ['api-server'] })],
      services: degraded,
      overall: 'DEGRADED',
    },
    'degraded: Redis cache degraded. Slow or failing in part. Every other check passes.',
  ],
  [
    'nor does trouble after its time',
    {
      maintenance: [maintenance({ to: '2026-11-24T14:20:00.000Z' })],
      services: degraded,
      overall: 'DEGRADED',
    },
    'degraded: Redis cache degraded. Slow or failing in part. Every other check passes.',
  ],
  [
    'a service that nobody can see is not covered by work on another',
    {
      maintenance: [maintenance({ services: ['api-server'] })],
      services: unseen,
      overall: 'UNKNOWN',
    },
    'unknown: We can’t see Redis cache. Every check we could make passes.',
  ],
])('%s', (_rule, changes, expected) => {
  expect(wordsOf(changes)).toBe(expected);
});
