import { defineRange } from './define-range.ts';

/** The change between the last two samples. */
export const idelta = defineRange(
  'idelta',
  ({ values, to }) => (values[to - 1] ?? NaN) - (values[to - 2] ?? NaN),
  { minSamples: 2 },
);
