import { expect, test } from 'vitest';
import { ago } from './ago.ts';

test.each([
  [-5_000, 'just now'],
  [59_999, 'just now'],
  [60_000, '1 min ago'],
  [119 * 60_000, '119 min ago'],
  [150 * 60_000, 'hours ago'],
])('%i ms is "%s"', (ageMs, expected) => {
  expect(ago(ageMs)).toBe(expected);
});
