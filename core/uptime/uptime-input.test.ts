import { expect, test } from 'vitest';
import { parseUptimeInput } from './uptime-input.ts';

const AT = '2026-11-24T12:00:00Z';
const AT_MS = Date.parse(AT);
const LATER = '2026-11-24T13:00:00Z';
const round = { at: AT, result: 'up' };
const planned = { from: AT, to: LATER, announcedAt: AT };
const file = { window: { from: AT, to: LATER }, maintenance: [], rounds: [], rules: {} };

const NOT_A_TIME = 'must be an ISO time with Z or an offset, such as 2026-11-24T12:00:00Z';
const NOT_A_COUNT = 'must be an integer of at least 1';

test('rules that are not given get their defaults', () => {
  const defaults = { intervalSec: 60, confirm: 2, recover: 2, unknownAfterMissed: 3 };
  expect(parseUptimeInput(file).rules).toEqual(defaults);
  expect(parseUptimeInput({ ...file, rules: undefined }).rules).toEqual(defaults);
  expect(parseUptimeInput({ ...file, rules: { recover: 5 } }).rules).toEqual({
    ...defaults,
    recover: 5,
  });
});

test('times become milliseconds, and what is not announced is null', () => {
  const maintenance = [planned, { from: AT, to: LATER }];
  expect(parseUptimeInput({ ...file, maintenance, rounds: [round] })).toMatchObject({
    window: { fromMs: AT_MS, toMs: AT_MS + 3_600_000 },
    maintenance: [{ announcedMs: AT_MS }, { announcedMs: null }],
    rounds: [{ atMs: AT_MS, result: 'up' }],
  });
});

test.each([
  ['2026-11-24T12:00:00.000Z', AT_MS],
  ['2026-11-24T12:00Z', AT_MS],
  ['2026-11-24T17:45:00+05:45', AT_MS],
  ['2026-11-24T08:30:00-03:30', AT_MS],
  ['2026-11-24T12:00:00.007+00:00', AT_MS + 7],
  ['2028-02-29T00:00:00Z', Date.UTC(2028, 1, 29)],
])('%s is a time', (at, expected) => {
  const { rounds } = parseUptimeInput({ ...file, rounds: [{ at, result: 'up' }] });
  expect(rounds).toEqual([{ atMs: expected, result: 'up' }]);
});

test.each([
  '2026-11-24T12:00:00',
  '2026-11-24 12:00:00Z',
  '2026-11-24',
  '2026-02-29T12:00:00Z',
  '2026-11-24T24:00:00Z',
  '2026-11-24T12:00:00+25:00',
  '2026-11-24T12:00:00+0200',
  'yesterday',
  AT_MS,
  null,
  undefined,
])('%s is no time', (at) => {
  expectRefusal({ rounds: [round, { at, result: 'up' }] }, `rounds[1].at ${NOT_A_TIME}`);
});

test.each([
  [{ window: { from: AT } }, `window.to ${NOT_A_TIME}`],
  [{ window: { from: LATER, to: AT } }, 'window.to must be after from'],
  [{ window: { from: AT, to: AT } }, 'window.to must be after from'],
  [{ window: undefined }, 'window must be { from, to }'],
  [{ window: { ...file.window, step: 1 } }, 'window.step is not known: remove it'],
  [{ maintenance: undefined }, 'maintenance must be a list, empty when there is none'],
  [{ maintenance: [planned, {}] }, `maintenance[1].from ${NOT_A_TIME}`],
  [
    { maintenance: [{ ...planned, announcedAt: 'soon' }] },
    `maintenance[0].announcedAt ${NOT_A_TIME}`,
  ],
  [{ maintenance: [{ ...planned, to: AT }] }, 'maintenance[0].to must be after from'],
  [
    { maintenance: [{ ...planned, announced: AT }] },
    'maintenance[0].announced is not known: remove it',
  ],
  [{ rounds: {} }, 'rounds must be a list, empty when there is none'],
  [{ rounds: [round, round, 7] }, 'rounds[2] must be { at, result }'],
  [
    { rounds: [round, { at: AT, result: 'UP' }] },
    'rounds[1].result must be up, degraded, partial, down or none',
  ],
  [{ rounds: [{ ...round, 'latency ms': 7 }] }, 'rounds[0]["latency ms"] is not known: remove it'],
  [{ rules: null }, 'rules must be an object'],
  [{ rules: { confirm: 0 } }, `rules.confirm ${NOT_A_COUNT}`],
  [{ rules: { recover: 1.5 } }, `rules.recover ${NOT_A_COUNT}`],
  [{ rules: { intervalSec: '60' } }, `rules.intervalSec ${NOT_A_COUNT}`],
  [{ rules: { intervalSec: 1e300 } }, `rules.intervalSec ${NOT_A_COUNT}`],
  [{ rules: { unknownAfterMissed: null } }, `rules.unknownAfterMissed ${NOT_A_COUNT}`],
  [{ rules: { confirmed: 2 } }, 'rules.confirmed is not known: remove it'],
  [{ service: 'redis' }, 'service is not known: remove it'],
])('%j is refused', (changes, message) => {
  expectRefusal(changes, message);
});

test.each([null, [], 'text'])('%j is no input', (value) => {
  expect(() => parseUptimeInput(value)).toThrow(
    'Cannot compute the uptime: the input must be { window, maintenance, rounds, rules }',
  );
});

function expectRefusal(changes: object, message: string): void {
  expect(() => parseUptimeInput({ ...file, ...changes })).toThrow(
    new Error(`Cannot compute the uptime: ${message}`),
  );
}
