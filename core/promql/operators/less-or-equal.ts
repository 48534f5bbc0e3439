import { defineComparison } from './operator.ts';

export const lessOrEqual = defineComparison('<=', (left, right) => left <= right);
