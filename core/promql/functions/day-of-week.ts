import { defineDate } from './define-date.ts';

/** 0 is Sunday. */
export const dayOfWeek = defineDate('day_of_week', (date) => date.getUTCDay());
