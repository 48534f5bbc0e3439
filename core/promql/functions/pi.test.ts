import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([['pi() * 7', [0], [21.9911485751]]])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
