import { defineQueryTime } from './define-query-time.ts';

/** The time that the query ends at. */
export const end = defineQueryTime('end', ({ endMs }) => endMs);
