import { compareByValue } from './compare-by-value.ts';
import { defineSort } from './define-sort.ts';

export const sort = defineSort({
  name: 'sort',
  takesLabels: false,
  compare: () => compareByValue(1),
});
