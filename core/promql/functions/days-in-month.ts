import { defineDate } from './define-date.ts';

/** 28 to 31. */
export const daysInMonth = defineDate('days_in_month', (date) => {
  // Day 0 of the next month is the last of this one.
  const last = new Date(0);
  last.setUTCFullYear(date.getUTCFullYear(), date.getUTCMonth() + 1, 0);
  return last.getUTCDate();
});
