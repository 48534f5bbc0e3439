import { defineDate } from './define-date.ts';

export const year = defineDate('year', (date) => date.getUTCFullYear());
