import { defineReducer } from './define-reducer.ts';

export const count = defineReducer('count', (size) => {
  const counts = new Float64Array(size);
  return {
    add: (cell) => {
      counts[cell] = (counts[cell] ?? 0) + 1;
    },
    finish: (cell) => counts[cell] ?? NaN,
  };
});
