import { defineComparison } from './operator.ts';

export const notEqual = defineComparison('!=', (left, right) => left !== right);
