import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([['end()', [0, 0, 0], [120]]])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
