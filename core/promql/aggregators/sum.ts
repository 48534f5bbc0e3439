import { lostInSum } from '../engine/kahan.ts';
import { defineReducer } from './define-reducer.ts';

export const sum = defineReducer('sum', (size) => {
  const sums = new Float64Array(size);
  const lost = new Float64Array(size);
  return {
    add: (cell, value, isFirst) => {
      const before = sums[cell] ?? 0;
      lost[cell] = isFirst ? 0 : lostInSum(before, value, lost[cell] ?? 0);
      sums[cell] = isFirst ? value : before + value;
    },
    finish: (cell) => (sums[cell] ?? NaN) + (lost[cell] ?? NaN),
  };
});
