import { expect, test } from 'vitest';
import { toBoard } from './board.ts';
import { roomBeside } from './room-beside.ts';
import { service, snapshot } from './snapshot.fixture.ts';

function roomOf(results: string, isUnstable = false): number {
  const recent = { results, latencies: [] };
  const services = [service('Redis cache', { recent, isUnstable })];
  const room = roomBeside(toBoard(snapshot({ services }), false));
  let bytes = 0;
  while (room.take(1)) bytes += 1;
  return bytes;
}

test('a board that changes often leaves less room than a calm one, and so does one with marks', () => {
  const calm = roomOf('u'.repeat(60));
  expect(roomOf('ud'.repeat(30))).toBeLessThan(calm - 100);
  expect(roomOf('u'.repeat(60), true)).toBeLessThan(calm);
});
