import { expect, test } from 'vitest';
import { createLabelPool, internLabels } from './label-pool.ts';
import { compareLabels, getLabel } from './label-set.ts';

const pool = createLabelPool();

test.each([
  [{ a: '1' }, { a: '2' }, -1],
  [{ b: '1' }, { a: '2' }, 1],
  [{ a: '1' }, { a: '1', b: '1' }, -1],
  [{ a: '1' }, { a: '1' }, 0],
  [{}, { a: '1' }, -1],
])('%j against %j comes at %d', (a, b, order) => {
  const sets = [a, b].map((labels) => internLabels(pool, Object.entries(labels)));
  const [first = pool.empty, second = pool.empty] = sets;
  expect(Math.sign(compareLabels(first, second))).toBe(order);
});

test('a label that is not there is empty', () => {
  expect(getLabel(internLabels(pool, [['a', '1']]), 'b')).toBe('');
});
