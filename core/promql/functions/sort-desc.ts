import { defineSort } from './define-sort.ts';

export const sortDesc = defineSort('sort_desc', -1);
