import { METRIC_NAME } from '../labels/label-set.ts';
import type { Expr } from '../parser/expression.ts';
import { listSelectors } from './list-selectors.ts';

/**
 * The names of the metrics that an expression reads, each once. Null where a selector takes metrics of more than one
 * name, by a regular expression or by other labels alone.
 */
export function listMetricNames(expr: Expr): string[] | null {
  const names = listSelectors(expr).map(({ matchers }) => {
    return matchers.find(({ name, op }) => name === METRIC_NAME && op === '=')?.value ?? null;
  });
  const known = names.filter((name) => name !== null);
  return known.length < names.length ? null : [...new Set(known)];
}
