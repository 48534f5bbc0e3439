import { defineComparison } from './operator.ts';

export const equal = defineComparison('==', (left, right) => left === right);
