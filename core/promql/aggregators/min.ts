import { defineReducer } from './define-reducer.ts';

/** The least value; NaN only where there is nothing else. */
export const min = defineReducer('min', (size) => {
  const least = new Float64Array(size);
  return {
    add: (cell, value, isFirst) => {
      const before = least[cell] ?? NaN;
      if (isFirst || before > value || Number.isNaN(before)) least[cell] = value;
    },
    finish: (cell) => least[cell] ?? NaN,
  };
});
