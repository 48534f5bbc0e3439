import { defineComparison } from './operator.ts';

export const greater = defineComparison('>', (left, right) => left > right);
