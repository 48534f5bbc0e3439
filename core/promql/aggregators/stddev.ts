import { defineSpread } from './define-spread.ts';

export const stddev = defineSpread('stddev', Math.sqrt);
