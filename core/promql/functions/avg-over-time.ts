import { addToMean, finishMean, startMean } from '../engine/mean.ts';
import { defineRange } from './define-range.ts';

export const avgOverTime = defineRange('avg_over_time', ({ values, from, to }) => {
  const mean = startMean(values[from] ?? NaN);
  for (let index = from + 1; index < to; index += 1) addToMean(mean, values[index] ?? NaN);
  return finishMean(mean);
});
