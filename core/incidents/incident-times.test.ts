import { expect, test } from 'vitest';
import { medianTimes, timesOf } from './incident-times.ts';

const NEVER = { detectedAtMs: null, publishedAtMs: null, resolvedAtMs: null };

test.each([
  [NEVER, [null, null, null]],
  [{ detectedAtMs: 31_000, publishedAtMs: 301_499, resolvedAtMs: 3_601_000 }, [30, 300, 3600]],
  // A person knew before any check did.
  [{ ...NEVER, detectedAtMs: 500 }, [0, null, null]],
])('what happened at %j took %j s', (moments, [know, publish, resolve]) => {
  expect(timesOf({ startedAtMs: 1_000, ...moments })).toEqual({
    timeToKnowSec: know,
    timeToPublishSec: publish,
    timeToResolveSec: resolve,
  });
});

test.each([
  [[], null],
  [[7], 7],
  [[null, 9], 9],
  [[30, 10, 20], 20],
  [[10, 40, 20, 100], 30],
])('the median of %j is %s', (values, expected) => {
  const times = values.map((timeToKnowSec) => ({
    timeToKnowSec,
    timeToPublishSec: null,
    timeToResolveSec: null,
  }));
  expect(medianTimes(times)).toEqual({
    timeToKnowSec: expected,
    timeToPublishSec: null,
    timeToResolveSec: null,
  });
});
