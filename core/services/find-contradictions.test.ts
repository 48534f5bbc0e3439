import { expect, test } from 'vitest';
import type { Incident } from '../incidents/incident.ts';
import type { MaintenanceWindow } from '../incidents/maintenance-window.ts';
import type { SeenService } from '../incidents/seen-service.ts';
import { makeIncident } from '../incidents/testing/make-incident.ts';
import { findContradictions, toMarks, type Claims } from './find-contradictions.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 24, 14);
const patience = { warnMs: 3 * MINUTE, tellMs: 10 * MINUTE, usualMs: 120 * MINUTE };

function see(state: SeenService['state'], minutes: number, changes = {}): SeenService {
  const sinceMs = NOW - minutes * MINUTE;
  const isRed = state === 'major_outage' || state === 'partial_outage';
  const outage = isRed ? { service: 'redis', sinceMs, state, rounds: [] } : null;
  const named = { serviceName: 'redis', displayName: 'Redis' };
  return { ...named, state, sinceMs, outage, isInWork: false, ...changes };
}

function said(changes: Partial<Incident> = {}, claims: Claims['incidents'][number]['claims'] = {}) {
  const startedAtMs = NOW - 30 * MINUTE;
  return { ...makeIncident({ services: ['redis'], startedAtMs, ...changes }), claims };
}

function work(
  endedMinutesAgo: number,
  changes: Partial<MaintenanceWindow> = {},
): MaintenanceWindow {
  return {
    id: 'w',
    revision: 1,
    title: 'Upgrade',
    text: '',
    services: ['redis'],
    startsAtMs: NOW - 60 * MINUTE,
    endsAtMs: NOW - endedMinutesAgo * MINUTE,
    announcedAtMs: NOW - 600 * MINUTE,
    startedAtMs: NOW - 60 * MINUTE,
    completedAtMs: null,
    cancelledAtMs: null,
    ...changes,
  };
}

function find(claims: Partial<Claims>) {
  const found = findContradictions({
    seen: [],
    incidents: [],
    windows: [],
    patience,
    nowMs: NOW,
    ...claims,
  });
  return found.map(({ kind, isPublic }) => `${kind}${isPublic ? ' (public)' : ''}`);
}

const DRAFT = { publishedAtMs: null };
const down = (minutes: number, changes = {}) => [see('major_outage', minutes, changes)];
const up = (minutes: number) => [see('operational', minutes)];

test.each<[string, Partial<Claims>, string[]]>([
  ['nothing is wrong', { seen: up(60) }, []],
  ['an outage is young', { seen: down(2) }, []],
  ['an outage that nobody speaks of', { seen: down(3) }, ['unsaid-outage']],
  ['and it lasts', { seen: down(10) }, ['unsaid-outage (public)']],
  [
    'only a draft speaks of it',
    { seen: down(10), incidents: [said(DRAFT)] },
    ['unsaid-outage (public)'],
  ],
  ['an incident speaks of it', { seen: down(10), incidents: [said()] }, []],
  [
    'an incident that calls it well does not',
    { seen: down(10), incidents: [said({}, { redis: 'operational' })] },
    ['unsaid-outage (public)'],
  ],
  [
    'an incident that calls it slow does',
    { seen: down(10), incidents: [said({}, { redis: 'degraded' })] },
    [],
  ],
  [
    'an incident of another service does not',
    { seen: down(10), incidents: [said({ services: ['mail'] })] },
    ['unsaid-outage (public)'],
  ],
  [
    'a resolved incident does not',
    { seen: down(10), incidents: [said({ status: 'RESOLVED', resolvedAtMs: NOW })] },
    ['unsaid-outage (public)'],
  ],
  ['announced work accounts for it', { seen: down(10, { isInWork: true }) }, []],
  ['slow is no outage', { seen: [see('degraded', 60)] }, []],
  ['what nobody sees is neither', { seen: [see('unknown', 60)], incidents: [said()] }, []],
  [
    'people say trouble, and all is well for a while',
    { seen: up(3), incidents: [said()] },
    ['unseen-trouble'],
  ],
  ['and it stays so', { seen: up(10), incidents: [said()] }, ['unseen-trouble (public)']],
  ['all is well since a moment', { seen: up(2), incidents: [said()] }, []],
  ['a recovery is watched', { seen: up(60), incidents: [said({ status: 'MONITORING' })] }, []],
  [
    'it was well before: it counts from when people said so',
    { seen: up(6000), incidents: [said({ startedAtMs: NOW - 2 * MINUTE })] },
    [],
  ],
  [
    'trouble of no service is not measured',
    { seen: up(60), incidents: [said({ services: [] })] },
    [],
  ],
  ['a promised word is late', { incidents: [said({ nextUpdateByMs: NOW - 1 })] }, ['late-update']],
  [
    'and still does not come',
    { incidents: [said({ nextUpdateByMs: NOW - 3 * MINUTE })] },
    ['late-update (public)'],
  ],
  ['a promised word has its time', { incidents: [said({ nextUpdateByMs: NOW })] }, []],
  [
    'an incident is open longer than usual',
    { seen: down(200), incidents: [said({ startedAtMs: NOW - 121 * MINUTE })] },
    ['long-incident'],
  ],
  ['work runs over', { windows: [work(1)] }, ['late-work']],
  ['and goes on', { windows: [work(3)] }, ['late-work (public)']],
  ['work has its time', { windows: [work(0)] }, []],
  ['work is done', { windows: [work(60, { completedAtMs: NOW })] }, []],
])('%s', (_case, claims, expected) => {
  expect(find(claims)).toEqual(expected);
});

test('visitors are told what is public, and not what to do', () => {
  const found = findContradictions({
    seen: down(10),
    incidents: [],
    windows: [work(1)],
    patience,
    nowMs: NOW,
  });
  expect(found.every(({ advice }) => advice.length > 10)).toBe(true);
  expect(toMarks(found)).toEqual([
    {
      kind: 'unsaid-outage',
      services: ['redis'],
      about: null,
      since: new Date(NOW - 10 * MINUTE).toISOString(),
    },
  ]);
});
