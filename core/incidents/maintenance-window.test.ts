import { expect, test } from 'vitest';
import {
  accountsFor,
  stateOfWindow,
  stepWindows,
  type MaintenanceWindow,
} from './maintenance-window.ts';
import type { SeenService } from './seen-service.ts';

const HOUR = 3_600_000;

function work(changes: Partial<MaintenanceWindow> = {}): MaintenanceWindow {
  return {
    id: 'w',
    revision: 1,
    title: 'Moving files',
    text: 'Uploads pause.',
    services: ['s3'],
    startsAtMs: 10 * HOUR,
    endsAtMs: 11 * HOUR,
    announcedAtMs: 2 * HOUR,
    startedAtMs: null,
    completedAtMs: null,
    cancelledAtMs: null,
    ...changes,
  };
}

const started = work({ startedAtMs: 10 * HOUR });

function see(state: SeenService['state'], serviceName = 's3'): SeenService[] {
  const outage = { service: serviceName, sinceMs: 0, state: 'major_outage' as const, rounds: [] };
  return [{ serviceName, displayName: 'S3', state, sinceMs: 0, outage, isInWork: false }];
}

test.each([
  [work(), 'announced'],
  [started, 'started'],
  [{ ...started, completedAtMs: 1 }, 'completed'],
  [{ ...started, cancelledAtMs: 1 }, 'cancelled'],
])('%# work is %s', (window, expected) => {
  expect(stateOfWindow(window)).toBe(expected);
});

test.each<[string, MaintenanceWindow, number, boolean]>([
  ['before it', work(), 10 * HOUR - 1, false],
  ['from its start', work(), 10 * HOUR, true],
  ['up to its end', started, 11 * HOUR - 1, true],
  ['beyond its end: an overrun is an outage', started, 11 * HOUR, false],
  ['when it was announced too late', work({ announcedAtMs: 10 * HOUR }), 10 * HOUR, false],
  ['when it is cancelled', work({ cancelledAtMs: HOUR }), 10 * HOUR, false],
  ['when it was completed early', { ...started, completedAtMs: HOUR }, 10 * HOUR, false],
])('work accounts for what fails: %s', (_case, window, nowMs, expected) => {
  expect(accountsFor(window, 's3', nowMs)).toBe(expected);
  expect(accountsFor(window, 'redis', nowMs)).toBe(false);
});

test.each<[string, MaintenanceWindow, SeenService[], number, string[]]>([
  ['waits for its start', work(), see('operational'), 10 * HOUR - 1, []],
  ['starts by the clock', work(), see('operational'), 10 * HOUR, ['start']],
  ['starts late as if in time', work(), see('operational'), 12 * HOUR, ['start']],
  ['is completed by the clock', started, see('operational'), 11 * HOUR, ['complete']],
  ['is completed also when nobody can see', started, see('unknown'), 11 * HOUR, ['complete']],
  ['runs over while its service fails', started, see('major_outage'), 11 * HOUR, []],
  [
    'does not wait for another service',
    started,
    see('major_outage', 'redis'),
    11 * HOUR,
    ['complete'],
  ],
  ['stays cancelled', work({ cancelledAtMs: 1 }), see('operational'), 10 * HOUR, []],
  ['stays completed', { ...started, completedAtMs: 1 }, see('operational'), 11 * HOUR, []],
])('work %s', (_rule, window, seen, nowMs, kinds) => {
  expect(stepWindows([window], seen, nowMs).map(({ kind }) => kind)).toEqual(kinds);
});

test('a start that comes late is still at the time that was announced', () => {
  expect(stepWindows([work()], [], 12 * HOUR)).toEqual([
    { id: 'w', kind: 'start', atMs: 10 * HOUR },
  ]);
});
