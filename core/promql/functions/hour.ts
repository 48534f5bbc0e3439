import { defineDate } from './define-date.ts';

export const hour = defineDate('hour', (date) => date.getUTCHours());
