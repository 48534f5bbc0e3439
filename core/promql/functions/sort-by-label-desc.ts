import { compareByLabel } from './compare-by-label.ts';
import { defineSort } from './define-sort.ts';

export const sortByLabelDesc = defineSort({
  name: 'sort_by_label_desc',
  takesLabels: true,
  compare: (labels) => compareByLabel(-1, labels),
});
