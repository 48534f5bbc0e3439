import { quantile as quantileOf } from '../engine/quantile.ts';
import { warnQuantiles } from '../engine/warn-quantiles.ts';
import { defineAggregator } from './aggregator.ts';
import { defineReducer } from './define-reducer.ts';

const { reduce } = defineReducer('quantile', (_, param) => {
  const lists = new Map<number, number[]>();
  return {
    add: (cell, value) => {
      const list = lists.get(cell);
      if (list) list.push(value);
      else lists.set(cell, [value]);
    },
    finish: (cell) =>
      quantileOf(param[cell % param.length] ?? NaN, Float64Array.from(lists.get(cell) ?? [])),
  };
});

export const quantile = defineAggregator('quantile', 'scalar', (run, grouped) => {
  const { node, param } = grouped;
  warnQuantiles(run, param, node.param?.span ?? node.span);
  return reduce(run, grouped);
});
