import { defineQueryTime } from './define-query-time.ts';

/** How long the query is; 0 for an instant. */
export const range = defineQueryTime('range', ({ startMs, endMs }) => endMs - startMs);
