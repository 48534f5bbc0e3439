import { expect, test } from 'vitest';
import { currentBanner } from './banner.ts';

const NOW = Date.UTC(2026, 10, 24, 14);
const banner = { text: 'Hello', setAt: '2026-11-24T13:00:00.000Z', until: null };

test.each([
  [null, false],
  [banner, true],
  [{ ...banner, until: '2026-11-24T14:00:00.001Z' }, true],
  [{ ...banner, until: '2026-11-24T14:00:00.000Z' }, false],
])('the banner %j is shown: %s', (given, expected) => {
  expect(currentBanner(given, NOW) !== null).toBe(expected);
});
