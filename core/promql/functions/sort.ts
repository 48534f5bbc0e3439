import { defineSort } from './define-sort.ts';

export const sort = defineSort('sort', 1);
