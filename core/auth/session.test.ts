import { expect, test } from 'vitest';
import { endOfSession, judgeSession, renewSession, type Session } from './session.ts';

const MINUTE = 60_000;
const session: Session = {
  id: '3f0f2d0a-5f0c-4d5f-9d0b-0d9a3f1f6b11',
  user: 'u-1',
  role: 'ADMIN',
  entrance: 'origin',
  startedMs: 0,
  seenMs: 0,
  epoch: 3,
  isUnrecorded: false,
};

test.each([
  ['is live when it begins', {}, 0, 3, 'live'],
  ['is live a moment before half an hour of rest', {}, 30 * MINUTE - 1, 3, 'live'],
  ['is idle after half an hour of rest', {}, 30 * MINUTE, 3, 'idle'],
  ['goes on when it was used', { seenMs: 29 * MINUTE }, 58 * MINUTE, 3, 'live'],
  ['is over after eight hours, however busy', { seenMs: 479 * MINUTE }, 480 * MINUTE, 3, 'over'],
  ['is ended with all others of its epoch', {}, 0, 4, 'ended'],
  ['is good for a reader who knows only an earlier epoch', {}, 0, 2, 'live'],
] as const)('a session %s', (_rule, change, nowMs, epoch, state) => {
  expect(judgeSession({ ...session, ...change }, { nowMs, epoch })).toBe(state);
});

test.each([
  [MINUTE - 1, null],
  [MINUTE, MINUTE],
])('after %i ms it is sealed anew as seen at %s', (nowMs, seenMs) => {
  expect(renewSession(session, nowMs)?.seenMs ?? null).toBe(seenMs);
});

test('its end is the nearer one of rest and of eight hours', () => {
  expect(endOfSession(session)).toBe(30 * MINUTE);
  expect(endOfSession({ ...session, seenMs: 470 * MINUTE })).toBe(480 * MINUTE);
});
