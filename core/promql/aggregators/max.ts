import { defineReducer } from './define-reducer.ts';

/** The greatest value; NaN only where there is nothing else. */
export const max = defineReducer('max', (size) => {
  const greatest = new Float64Array(size);
  return {
    add: (cell, value, isFirst) => {
      const before = greatest[cell] ?? NaN;
      if (isFirst || before < value || Number.isNaN(before)) greatest[cell] = value;
    },
    finish: (cell) => greatest[cell] ?? NaN,
  };
});
