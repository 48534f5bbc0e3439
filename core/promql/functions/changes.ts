import { defineRange } from './define-range.ts';

/** How often the value is another than before; NaN is no other than NaN. */
export const changes = defineRange('changes', ({ values, from, to }) => {
  let count = 0;
  for (let index = from + 1; index < to; index += 1) {
    const value = values[index] ?? NaN;
    const before = values[index - 1] ?? NaN;
    if (value !== before && !(Number.isNaN(value) && Number.isNaN(before))) count += 1;
  }
  return count;
});
