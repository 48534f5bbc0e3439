import { compareByValue } from './compare-by-value.ts';
import { defineSort } from './define-sort.ts';

export const sortDesc = defineSort({
  name: 'sort_desc',
  takesLabels: false,
  compare: () => compareByValue(-1),
});
