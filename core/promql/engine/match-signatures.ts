import type { LabelPool } from '../labels/label-pool.ts';
import { dropLabels, keepLabels } from '../labels/label-pool.ts';
import { METRIC_NAME, type LabelSet } from '../labels/label-set.ts';
import type { Matching } from '../parser/expression.ts';

/** For each row of both sides the number of its group: rows match when it is the same. */
export type Signatures = { left: Int32Array; right: Int32Array; count: number };

type Sides = { left: readonly LabelSet[]; right: readonly LabelSet[] };

/** Groups rows by the labels of `on`, or by all but those of `ignoring` and the metric's name. */
export function matchSignatures(pool: LabelPool, matching: Matching, sides: Sides): Signatures {
  const numbers = new Map<LabelSet, number>();
  const ignored = [...matching.labels, METRIC_NAME];
  const numberOf = (set: LabelSet) => {
    const group = matching.on
      ? keepLabels(pool, set, matching.labels)
      : dropLabels(pool, set, ignored);
    const known = numbers.get(group) ?? numbers.size;
    numbers.set(group, known);
    return known;
  };
  return {
    left: Int32Array.from(sides.left, numberOf),
    right: Int32Array.from(sides.right, numberOf),
    count: numbers.size,
  };
}

/** Keeps what was made of two lists of labels, for as long as they are the same lists. */
export function keepForSides<T>(make: (pool: LabelPool, sides: Sides) => T): typeof make {
  let known: { sides: Sides; made: T } | null = null;
  return (pool, sides) => {
    if (known?.sides.left !== sides.left || known.sides.right !== sides.right) {
      known = { sides, made: make(pool, sides) };
    }
    return known.made;
  };
}
