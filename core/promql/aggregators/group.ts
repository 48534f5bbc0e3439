import { defineReducer } from './define-reducer.ts';

/** 1 for each group that has a value. */
export const group = defineReducer('group', () => ({ add: () => {}, finish: () => 1 }));
