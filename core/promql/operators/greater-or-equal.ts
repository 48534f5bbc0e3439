import { defineComparison } from './operator.ts';

export const greaterOrEqual = defineComparison('>=', (left, right) => left >= right);
