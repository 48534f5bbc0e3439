import { defineDate } from './define-date.ts';

/** 1 is January. */
export const month = defineDate('month', (date) => date.getUTCMonth() + 1);
