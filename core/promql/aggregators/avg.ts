import { addToMean, finishMean, startMean, type Mean } from '../engine/mean.ts';
import { defineReducer } from './define-reducer.ts';

export const avg = defineReducer('avg', () => {
  const means = new Map<number, Mean>();
  return {
    add: (cell, value) => {
      const mean = means.get(cell);
      if (mean) addToMean(mean, value);
      else means.set(cell, startMean(value));
    },
    finish: (cell) => {
      const mean = means.get(cell);
      return mean ? finishMean(mean) : NaN;
    },
  };
});
