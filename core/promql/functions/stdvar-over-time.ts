import { defineRange } from './define-range.ts';
import { variance } from './variance.ts';

export const stdvarOverTime = defineRange('stdvar_over_time', variance);
