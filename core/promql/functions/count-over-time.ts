import { defineRange } from './define-range.ts';

export const countOverTime = defineRange('count_over_time', ({ from, to }) => to - from);
