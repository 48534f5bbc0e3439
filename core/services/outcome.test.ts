import { expect, test } from 'vitest';
import { toRound, type Outcome } from './outcome.ts';

const asked = { serviceName: 'redis', displayName: 'Redis', slotMs: 60_000, checkedAtMs: 60_100 };
const remedy = 'add redis to /health/detailed';

test('a measured outcome keeps its latency, reason and metadata', () => {
  const outcome: Outcome = { kind: 'up', latencyMs: 3, reason: null, metadata: { hitRate: 0.9 } };
  expect(toRound(asked, outcome, false)).toEqual({
    ...asked,
    result: 'up',
    latencyMs: 3,
    reason: null,
    metadata: { hitRate: 0.9 },
  });
});

test.each<[string, Outcome, boolean, string | null]>([
  ['unknown is no measurement', { kind: 'unknown', reason: 'Throttled' }, true, 'none'],
  ['not configured leaves no trace', { kind: 'not-configured', remedy }, true, null],
  ['never reported leaves no trace', { kind: 'not-reported', remedy }, false, null],
  ['no longer reported is unknown, not gone', { kind: 'not-reported', remedy }, true, 'none'],
])('%s', (_rule, outcome, wasMeasured, result) => {
  expect(toRound(asked, outcome, wasMeasured)?.result ?? null).toBe(result);
});
