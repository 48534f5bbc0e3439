import { defineRange } from './define-range.ts';

/** How often a counter restarted: it is less than before. */
export const resets = defineRange('resets', ({ values, from, to }) => {
  let count = 0;
  for (let index = from + 1; index < to; index += 1) {
    if ((values[index] ?? NaN) < (values[index - 1] ?? NaN)) count += 1;
  }
  return count;
});
