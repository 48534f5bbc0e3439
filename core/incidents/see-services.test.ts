import { expect, test } from 'vitest';
import type { ServiceStatus } from '../services/status.ts';
import { seeServices } from './see-services.ts';

const outage = { service: 'redis', sinceMs: 1, state: 'major_outage' as const, rounds: [] };
const redis = {
  serviceName: 'redis',
  displayName: 'Redis',
  state: 'major_outage' as const,
  sinceMs: 1,
  outage,
};
const work = {
  id: 'w',
  revision: 1,
  title: 'Upgrade',
  text: '',
  services: ['redis'],
  startsAtMs: 10,
  endsAtMs: 20,
  announcedAtMs: 1,
  startedAtMs: null,
  completedAtMs: null,
  cancelledAtMs: null,
};

const see = (statuses: [string, ServiceStatus][], nowMs = 5) =>
  seeServices({ services: [redis], windows: [work] }, new Map(statuses), nowMs);

test.each<[string, [string, ServiceStatus][], number, object[]]>([
  ['as the ledger has it', [['redis', 'DOWN']], 5, [{ state: 'major_outage', isInWork: false }]],
  [
    'unknown when its rounds are missing',
    [['redis', 'UNKNOWN']],
    5,
    [{ state: 'unknown', outage }],
  ],
  ['in work while that lasts', [['redis', 'DOWN']], 10, [{ isInWork: true }]],
  ['not in work beyond its time', [['redis', 'DOWN']], 20, [{ isInWork: false }]],
  ['not at all when it is not watched any more', [['other', 'DOWN']], 5, []],
])('a service is seen %s', (_rule, statuses, nowMs, expected) => {
  const seen = see(statuses, nowMs);
  expect(seen).toHaveLength(expected.length);
  expect(seen).toMatchObject(expected);
});
