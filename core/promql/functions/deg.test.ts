import { expect, test } from 'vitest';
import { valuesOf } from '../testing/values-of.ts';

test.each([['deg(x)', [Math.PI], [180]]])('%s of %j is %j', (expr, values, expected) => {
  expect(valuesOf(expr, values)).toEqual(expected);
});
