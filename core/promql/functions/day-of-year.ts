import { defineDate } from './define-date.ts';

const DAY_MS = 86_400_000;

/** 1 is the first of January. */
export const dayOfYear = defineDate('day_of_year', (date) => {
  const firstMs = new Date(0).setUTCFullYear(date.getUTCFullYear(), 0, 1);
  return Math.floor((date.getTime() - firstMs) / DAY_MS) + 1;
});
