import { expect, test } from 'vitest';
import type { HistorySnapshot } from '../../../core/snapshot/history-snapshot.ts';
import { publishWords } from '../../../core/snapshot/public-words.ts';
import { makeIncident } from '../../../core/incidents/testing/make-incident.ts';
import { mediansWords, toHistoryMonths } from './history-months.ts';
import { service } from './snapshot.fixture.ts';
import { toWorkLists } from './work-lists.ts';

const NOW = Date.UTC(2026, 10, 24, 14);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const page = { services: [service('Redis cache', { serviceName: 'redis' })], nowMs: NOW };

function history(startedDaysAgo: number[], work: [number, number, 'done' | 'off' | null][] = []) {
  const incidents = startedDaysAgo.map((days) => {
    const startedAtMs = NOW - days * DAY;
    const times = {
      startedAtMs,
      detectedAtMs: startedAtMs + 60_000,
      publishedAtMs: startedAtMs + 300_000,
    };
    const resolved = { status: 'RESOLVED' as const, resolvedAtMs: startedAtMs + HOUR };
    const incident = makeIncident({ id: `i${days}`, services: ['redis'], ...times, ...resolved });
    return { incident, timeline: [] };
  });
  const windows = work.map(([days, lastsMin, end], index) => {
    const startsAtMs = NOW + days * DAY;
    return {
      id: `w${index}`,
      revision: 1,
      title: `Work ${index}`,
      text: 'Words',
      services: ['redis'],
      startsAtMs,
      endsAtMs: startsAtMs + HOUR,
      announcedAtMs: startsAtMs - DAY,
      startedAtMs: end === 'done' ? startsAtMs : null,
      completedAtMs: end === 'done' ? startsAtMs + lastsMin * 60_000 : null,
      cancelledAtMs: end === 'off' ? startsAtMs - HOUR : null,
    };
  });
  return publishWords({ revision: 1, incidents, windows }, NOW).history;
}

const rows = (given: HistorySnapshot) =>
  toHistoryMonths(given, page).map(({ name, rows: shown }) => [
    name,
    shown.map(({ day, about }) => `${day}: ${about}`),
  ]);

test('every month that 90 days touch is there, the newest first, with what happened in it', () => {
  expect(rows(history([2, 40]))).toEqual([
    ['November 2026', ['22 Nov: P2 · Redis cache · 60 min']],
    ['October 2026', ['15 Oct: P2 · Redis cache · 60 min']],
    ['September 2026', []],
    ['August 2026', []],
  ]);
});

test('work that is over stands among the incidents; what is to come does not', () => {
  expect(
    rows(
      history(
        [],
        [
          [-3, 66, 'done'],
          [-2, 0, 'off'],
          [5, 0, null],
        ],
      ),
    )[0],
  ).toEqual([
    'November 2026',
    [
      '22 Nov: Planned work · Redis cache · cancelled',
      '21 Nov: Planned work · Redis cache · 66 min',
    ],
  ]);
});

test.each([
  [[], null],
  [
    [1],
    'The one incident was known after 1 min, told here after 5 min, over after 60 min, counted from the first failing check.',
  ],
])('how fast %j were is said: %s', (days, expected) => {
  expect(mediansWords(history(days))).toBe(expected);
});

test.each([
  [66, 'Ran 6 min over: what failed in that time counts as an outage'],
  [60, 'Done in time'],
  [50, 'Done 10 min early'],
])('work of 60 min that took %i is %s', (lastsMin, expected) => {
  const { past } = toWorkLists(history([], [[-3, lastsMin, 'done']]), page);
  expect(past.map(({ outcome }) => outcome)).toEqual([expected]);
});

test('the next work comes first, and cancelled work is said to be so', () => {
  const lists = toWorkLists(
    history(
      [],
      [
        [9, 0, null],
        [2, 0, null],
        [-1, 0, 'off'],
      ],
    ),
    page,
  );
  expect(lists.coming.map(({ title }) => title)).toEqual(['Work 1', 'Work 0']);
  expect(lists.past.map(({ outcome }) => outcome)).toEqual(['Cancelled']);
});
