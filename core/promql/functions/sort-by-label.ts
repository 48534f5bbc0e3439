import { compareByLabel } from './compare-by-label.ts';
import { defineSort } from './define-sort.ts';

export const sortByLabel = defineSort({
  name: 'sort_by_label',
  takesLabels: true,
  compare: (labels) => compareByLabel(1, labels),
});
