import { METRIC_NAME } from '../labels/label-set.ts';
import type { VectorSelector } from '../parser/expression.ts';
import type { Refuse } from './compile-context.ts';

/** A selector has one name at most, and some condition that not every series fulfils. */
export function checkSelector({ name, matchers, span }: VectorSelector, refuse: Refuse): void {
  const other = matchers.slice(0, -1).find((matcher) => matcher.name === METRIC_NAME);
  if (name !== '' && other) {
    throw refuse(`metric name must not be set twice: "${name}" or "${other.value}"`, span);
  }
  if (matchers.every(({ matches }) => matches(''))) {
    throw refuse('vector selector must contain at least one non-empty matcher', span);
  }
}
