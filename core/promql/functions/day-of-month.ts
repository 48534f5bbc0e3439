import { defineDate } from './define-date.ts';

/** 1 to 31. */
export const dayOfMonth = defineDate('day_of_month', (date) => date.getUTCDate());
