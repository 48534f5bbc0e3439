import { METRIC_NAME } from '../labels/label-set.ts';
import type { Refuse } from './check-types.ts';
import type { VectorSelector } from './expression.ts';

/** A selector has one name at most, and some condition that not every series fulfils. */
export function checkSelector({ name, matchers, span }: VectorSelector, refuse: Refuse): void {
  if (name !== '') {
    const other = matchers.slice(0, -1).find((matcher) => matcher.name === METRIC_NAME);
    if (!other) return;
    throw refuse(`metric name must not be set twice: "${name}" or "${other.value}"`, span);
  }
  if (matchers.some(({ matches }) => !matches(''))) return;
  throw refuse('vector selector must contain at least one non-empty matcher', span);
}
