import { defineDate } from './define-date.ts';

export const minute = defineDate('minute', (date) => date.getUTCMinutes());
