import { expect, test } from 'vitest';
import { hasVersion } from './etag.ts';

test.each<[string | null, boolean]>([
  ['W/"7"', true],
  ['"7"', true],
  ['"6", W/"7"', true],
  ['W/"7-stale"', false],
  ['', false],
  [null, false],
])('a reader who has %s needs no new copy of W/"7": %s', (ifNoneMatch, expected) => {
  expect(hasVersion(ifNoneMatch, 'W/"7"')).toBe(expected);
});
