import { lostInSum } from '../engine/kahan.ts';
import { defineRange } from './define-range.ts';

export const sumOverTime = defineRange('sum_over_time', ({ values, from, to }) => {
  let sum = 0;
  let lost = 0;
  for (let index = from; index < to; index += 1) {
    const value = values[index] ?? NaN;
    lost = lostInSum(sum, value, lost);
    sum += value;
  }
  return Math.abs(sum) === Infinity ? sum : sum + lost;
});
