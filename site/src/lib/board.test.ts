import { expect, test } from 'vitest';
import { toBoard } from './board.ts';
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
