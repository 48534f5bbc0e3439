import { internLabels, type LabelPool } from '../labels/label-pool.ts';
import { METRIC_NAME, type LabelSet } from '../labels/label-set.ts';
import type { Expr, Matcher } from '../parser/expression.ts';
import { unwrap } from '../parser/unwrap.ts';

/** The labels that what is absent would have: those that its selector asks for by `=`, and only once. */
export function absentLabels(pool: LabelPool, arg: Expr | undefined): LabelSet {
  const labels = new Map<string, string>();
  const seen = new Set<string>();
  for (const { name, op, value } of listMatchers(arg)) {
    if (name === METRIC_NAME) continue;
    if (op === '=' && !seen.has(name)) {
      labels.set(name, value);
      seen.add(name);
    } else {
      labels.delete(name);
    }
  }
  return internLabels(pool, labels);
}

function listMatchers(arg: Expr | undefined): readonly Matcher[] {
  const expr = arg && unwrap(arg);
  if (expr?.kind === 'selector') return expr.matchers;
  return expr?.kind === 'range' ? expr.selector.matchers : [];
}
