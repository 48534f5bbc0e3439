import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([['rad(x)', [36], [0.628318530718]]])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
