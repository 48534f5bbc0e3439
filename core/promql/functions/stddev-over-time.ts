import { defineRange } from './define-range.ts';
import { variance } from './variance.ts';

export const stddevOverTime = defineRange('stddev_over_time', (samples) => {
  return Math.sqrt(variance(samples));
});
