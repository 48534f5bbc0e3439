import { defineSpread } from './define-spread.ts';

export const stdvar = defineSpread('stdvar', (variance) => variance);
