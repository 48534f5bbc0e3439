import { expect, test } from 'vitest';
import { toBoard } from './board.ts';
import { maintenance } from './incident.fixture.ts';
import { service, snapshot } from './snapshot.fixture.ts';

test.each([
  [60, '60 min ago'],
  [4, '4 min ago'],
  [1, '1 min ago'],
  [120, '2 h ago'],
])('60 bars of %i s begin %s', (barSec, start) => {
  const recent = { from: '2026-11-24T13:26:00.000Z', barSec };
  expect(toBoard(snapshot({ recent }), false).axis).toEqual({ start, end: 'now' });
});

test('there is a column for uptime once one service has it', () => {
  const services = [service('API server'), service('Redis cache', { uptimePercentage: 99.9 })];
  expect(toBoard(snapshot(), false).hasUptime).toBe(false);
  expect(toBoard(snapshot({ services }), false).hasUptime).toBe(true);
});

test.each<[number[], string | null, (string | null | undefined)[]]>([
  [[99.94, 99.98], '99.9 % measured', [null, null]],
  [[99.94, 98], null, ['99.9 % measured', '98.0 % measured']],
  [[99.94, 80], '99.9 % measured', [null, '80.0 % measured: too little to say']],
])('coverages of %j are told once where they are alike: %s', (coverages, once, each) => {
  const services = coverages.map((coverage) =>
    service('Redis cache', { uptimePercentage: 99.9, coverage }),
  );
  const board = toBoard(snapshot({ services }), false);
  expect(board.coverage).toBe(once);
  expect(board.cards.map(({ uptime }) => uptime?.coverage)).toEqual(each);
});

test('the strips are of days once one service has a ledger, and the key names what is drawn', () => {
  const services = [
    service('API server', { days: { states: 'up', troubles: [] } }),
    service('Redis cache'),
  ];
  const board = toBoard(snapshot({ services }), false);
  expect(board.axis).toEqual({ start: '90 days ago', end: 'today' });
  expect(board.latencyTitle).toBe('Latency, 60 min');
  expect(board.key).toEqual(['up', 'partial', 'unknown']);
  expect(toBoard(snapshot({ services }), true).axis).toEqual({
    start: '27 Aug 2026',
    end: '24 Nov 2026',
  });
});

test('a service is marked while work on it is under way', () => {
  const marks = (isUnderWay: boolean) =>
    toBoard(snapshot({ maintenance: [maintenance({ isUnderWay })] }), false).cards.map((card) =>
      card.marks.map(({ word }) => word).join(),
    );
  expect(marks(true)).toEqual(['', 'Maintenance']);
  expect(marks(false)).toEqual(['', '']);
});
