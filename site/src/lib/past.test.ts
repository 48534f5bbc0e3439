import { expect, test } from 'vitest';
import type { IncidentSnapshot } from '../../../core/snapshot/incident-snapshot.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { incident } from './incident.fixture.ts';
import { toPast } from './past.ts';
import { snapshot } from './snapshot.fixture.ts';

const resolved = (from: string, to: string): IncidentSnapshot =>
  incident({ startedAt: `2026-${from}:00.000Z`, resolvedAt: `2026-${to}:00.000Z` });

function rows(changes: Partial<Snapshot>): string[] {
  const shown = snapshot({ watchingSince: '2026-01-01T00:00:00.000Z', ...changes });
  const past = toPast(shown, { shown: shown.history, left: 0 });
  return past.rows.map((row) => (row.kind === 'quiet' ? row.days : `${row.day}: ${row.about}`));
}

test.each<[string, Partial<Snapshot>, string[]]>([
  [
    'days between',
    {
      history: [resolved('11-01T11:31', '11-01T11:40'), resolved('09-27T09:12', '09-27T09:50')],
    },
    [
      '2 – 24 Nov',
      '1 Nov: API server · 9 min',
      '28 Sep – 31 Oct',
      '27 Sep: API server · 38 min',
      '27 Aug – 26 Sep',
    ],
  ],
  [
    'neighbouring and overlapping days leave nothing between',
    {
      history: [
        resolved('11-24T01:00', '11-24T02:00'),
        resolved('11-22T23:00', '11-23T01:00'),
        resolved('11-22T01:00', '11-22T01:30'),
      ],
    },
    [
      '24 Nov: API server · 60 min',
      '22 Nov: API server · 2 h',
      '22 Nov: API server · 30 min',
      '27 Aug – 21 Nov',
    ],
  ],
  [
    'a day with an open incident is not quiet',
    { incidents: [incident({ startedAt: '2026-11-23T22:00:00.000Z' })] },
    ['27 Aug – 22 Nov'],
  ],
  [
    'an incident older than the watch is still told',
    {
      watchingSince: '2026-11-20T09:00:00.000Z',
      history: [resolved('11-18T09:00', '11-18T10:00')],
    },
    ['19 – 24 Nov', '18 Nov: API server · 60 min'],
  ],
])('%s', (_rule, changes, expected) => {
  expect(rows(changes)).toEqual(expected);
});

test.each([
  ['90 quiet days are one sentence', '2026-01-01T00:00:00.000Z', 'None since 27 Aug 2026.'],
  [
    'nothing is claimed of the time before the record',
    '2026-11-20T09:00:00.000Z',
    'None since 20 Nov 2026.',
  ],
])('%s', (_rule, watchingSince, note) => {
  const past = toPast(snapshot({ watchingSince }), { shown: [], left: 0 });
  expect(past).toEqual({ rows: [], note });
});

test('a record of less than a day without an incident is one sentence', () => {
  const young = snapshot({ watchingSince: '2026-11-24T14:01:00.000Z' });
  const past = toPast(young, { shown: [], left: 0 });
  expect(past).toEqual({
    rows: [],
    note: 'None so far: the record began on 24 Nov 2026, 14:01 UTC.',
  });
});

test('incidents that have no place are counted, and nothing is claimed of the days before those that have', () => {
  const history = Array.from({ length: 4 }, () => resolved('11-01T11:31', '11-01T11:40'));
  const some = toPast(snapshot({ history }), { shown: history.slice(0, 1), left: 3 });
  expect(some.rows.at(-1)).toMatchObject({ kind: 'incident', day: '1 Nov' });
  expect(some.note).toBe('And 3 more in these 90 days.');
  const none = toPast(snapshot({ history }), { shown: [], left: 4 });
  expect(none).toEqual({ rows: [], note: '4 in these 90 days.' });
});
