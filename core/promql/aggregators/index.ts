import type { Aggregator } from './aggregator.ts';
import { avg } from './avg.ts';
import { bottomk } from './bottomk.ts';
import { count } from './count.ts';
import { countValues } from './count-values.ts';
import { group } from './group.ts';
import { max } from './max.ts';
import { min } from './min.ts';
import { quantile } from './quantile.ts';
import { stddev } from './stddev.ts';
import { stdvar } from './stdvar.ts';
import { sum } from './sum.ts';
import { topk } from './topk.ts';

const list: Aggregator[] = [
  avg,
  bottomk,
  count,
  countValues,
  group,
  max,
  min,
  quantile,
  stddev,
  stdvar,
  sum,
  topk,
];

/** The aggregation operators, by their names in an expression, which are in lower case. */
export const aggregators: ReadonlyMap<string, Aggregator> = new Map(
  list.map((aggregator) => [aggregator.name, aggregator]),
);
