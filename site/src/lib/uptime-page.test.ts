import { expect, test } from 'vitest';
import type { LedgerService } from '../../../core/uptime/ledger-extract.ts';
import { parsePeriod } from '../../../core/uptime/period.ts';
import { toPeriodUptime } from '../../../core/uptime/service-uptime.ts';
import { toUptimePage } from './uptime-page.ts';

const FROM = '2026-11-23T00:00:00.000Z';
const UNTIL = Date.parse('2026-11-24T00:00:00Z');

function pageOf(results: string, changes: Partial<LedgerService> = {}, nowMs = UNTIL + 60_000) {
  const service: LedgerService = {
    serviceName: 'redis',
    displayName: 'Redis',
    rules: { confirm: 2, recover: 2, unknownAfterMissed: 3 },
    rounds: [{ from: FROM, intervalSec: 60, results }],
    corrections: [],
    maintenance: [],
    months: [],
    ...changes,
  };
  const period = parsePeriod('2026-11-23');
  const uptime = period && toPeriodUptime(service, period, UNTIL);
  if (!uptime) throw new Error('Expected a day');
  return toUptimePage({ uptime, months: [], untilMs: UNTIL, snapshot: null, nowMs });
}

test('the lengths of the sum add up to the number', () => {
  expect(pageOf('u100d30p10x10u1290').sum).toEqual([
    { name: 'The whole time', value: '1,440 min' },
    { name: 'Not measured', value: '− 10 min' },
    { name: 'What counts', value: '1,430 min' },
    { name: 'Down', value: '− 30 min' },
    { name: 'Partial outage 10 min × 0.3', value: '− 3 min' },
    { name: 'Uptime, cut after three decimals', value: '1,397 min of 1,430 min = 97.692 %' },
  ]);
});

test.each([
  ['u1440', 'The strict number is the same'],
  ['u1400p40', 'The strict number also counts 40 min of partial outage in full.'],
  ['x1440', 'Neither number has anything to count.'],
])('%s: %s', (results, words) => {
  expect(pageOf(results).facts.strict).toContain(words);
});

test('a number of which too little was measured is not among the facts, and has no sum', () => {
  const { facts, sum, tab } = pageOf('u700d40x700');
  expect(facts.tooLittle).toEqual({
    words: 'Only 51.388 % of this time was measured: too little for a number.',
    uptime: '94.594 %',
    strict: '94.594 %',
  });
  expect(facts.facts.map(({ name }) => name)).toEqual(['Measured', 'Checks passed']);
  expect(sum).toEqual([]);
  expect(tab.title).toBe('Redis: uptime, 23 Nov 2026 – Service status');
});

test('nothing measured says so', () => {
  expect(pageOf('x1440').facts.tooLittle?.words).toBe(
    'Nothing was measured in this time, so there is no number.',
  );
});

test('a ledger that nobody has counted for half an hour is old', () => {
  expect(pageOf('u1440').counted).toEqual({
    words: 'Counted up to 24 Nov 2026, 00:00 UTC',
    isOld: false,
  });
  expect(pageOf('u1440', {}, UNTIL + 31 * 60_000).counted.isOld).toBe(true);
});
