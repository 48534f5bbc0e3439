import { defineQueryTime } from './define-query-time.ts';

/** The time that the query starts at. */
export const start = defineQueryTime('start', ({ startMs }) => startMs);
