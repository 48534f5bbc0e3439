import { expect, test } from 'vitest';
import { expandSeries, Series } from './expand-series.ts';

const series = {
  title: 'Backup',
  text: 'Uploads pause.',
  services: ['s3'],
  startsLocal: '2026-03-15T02:30:00',
  timeZone: 'Europe/Berlin',
  durationSec: 3_600,
  rrule: 'FREQ=WEEKLY;BYDAY=SU',
};

function starts(changes: Partial<Series>, from: string, to: string) {
  const span = { fromMs: Date.parse(from), toMs: Date.parse(to) };
  return expandSeries({ ...series, ...changes }, span).map((ms) =>
    new Date(ms).toISOString().slice(0, 16),
  );
}

test.each<[string, Partial<Series>, string, string, string[]]>([
  [
    'it keeps to local clocks, and a start that they skip does not take place',
    {},
    '2026-03-20T00:00Z',
    '2026-04-06T00:00Z',
    ['2026-03-22T01:30', '2026-04-05T00:30'],
  ],
  [
    'an hour that comes twice has one start',
    { startsLocal: '2026-10-18T02:30:00' },
    '2026-10-24T00:00Z',
    '2026-10-27T00:00Z',
    ['2026-10-25T00:30'],
  ],
  [
    'half an hour of summer time is half an hour',
    { timeZone: 'Australia/Lord_Howe', startsLocal: '2026-04-02T02:45:00', rrule: 'FREQ=DAILY' },
    '2026-04-03T12:00Z',
    '2026-04-05T23:00Z',
    ['2026-04-03T15:45', '2026-04-04T16:15', '2026-04-05T16:15'],
  ],
  [
    'the last Friday of each month',
    { rrule: 'FREQ=MONTHLY;BYDAY=-1FR', startsLocal: '2026-01-30T22:00:00', timeZone: 'UTC' },
    '2026-02-01T00:00Z',
    '2026-04-01T00:00Z',
    ['2026-02-27T22:00', '2026-03-27T22:00'],
  ],
  [
    'both ends count',
    { timeZone: 'UTC', rrule: 'FREQ=DAILY' },
    '2026-03-16T02:30Z',
    '2026-03-17T02:30Z',
    ['2026-03-16T02:30', '2026-03-17T02:30'],
  ],
  [
    'a count ends it',
    { timeZone: 'UTC', rrule: 'FREQ=DAILY;COUNT=2' },
    '2026-03-01T00:00Z',
    '2026-04-01T00:00Z',
    ['2026-03-15T02:30', '2026-03-16T02:30'],
  ],
  [
    'years later it goes on',
    { timeZone: 'UTC', rrule: 'FREQ=DAILY', startsLocal: '2006-01-01T00:00:00' },
    '2026-03-01T00:00Z',
    '2026-03-02T00:00Z',
    ['2026-03-01T00:00', '2026-03-02T00:00'],
  ],
])('%s', (_rule, changes, from, to, expected) => {
  expect(starts(changes, from, to)).toEqual(expected);
});

test.each([
  [{}, true],
  [{ rrule: 'FREQ=HOURLY' }, false],
  [{ rrule: 'FREQ=WEEKLY\nDTSTART:20260101T000000Z' }, false],
  [{ rrule: 'FREQ=WEEKLY;BYDAY=XX' }, false],
  [{ rrule: '' }, false],
  [{ timeZone: 'Mars/Olympus' }, false],
  [{ timeZone: 'UTC\nRRULE:FREQ=DAILY' }, false],
  [{ startsLocal: '2026-02-30T02:00:00' }, false],
  [{ startsLocal: '2026-03-15' }, false],
  [{ durationSec: 0 }, false],
])('the series with %j is taken: %s', (changes, expected) => {
  expect(Series.safeParse({ ...series, ...changes }).success).toBe(expected);
});
