import { defineQueryTime } from './define-query-time.ts';

/** The step of the query; 0 for an instant. */
export const step = defineQueryTime('step', ({ startMs, endMs, stepMs }) =>
  startMs === endMs ? 0 : stepMs,
);
