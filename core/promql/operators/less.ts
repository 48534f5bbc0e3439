import { defineComparison } from './operator.ts';

export const less = defineComparison('<', (left, right) => left < right);
