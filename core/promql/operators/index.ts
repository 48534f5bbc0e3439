import { add } from './add.ts';
import { and } from './and.ts';
import { atan2 } from './atan2.ts';
import { divide } from './divide.ts';
import { equal } from './equal.ts';
import { greater } from './greater.ts';
import { greaterOrEqual } from './greater-or-equal.ts';
import { less } from './less.ts';
import { lessOrEqual } from './less-or-equal.ts';
import { modulo } from './modulo.ts';
import { multiply } from './multiply.ts';
import { notEqual } from './not-equal.ts';
import type { Operator } from './operator.ts';
import { or } from './or.ts';
import { power } from './power.ts';
import { subtract } from './subtract.ts';
import { unless } from './unless.ts';

const list: Operator[] = [
  add,
  and,
  atan2,
  divide,
  equal,
  greater,
  greaterOrEqual,
  less,
  lessOrEqual,
  modulo,
  multiply,
  notEqual,
  or,
  power,
  subtract,
  unless,
];

/** The binary operators, by their names in an expression, which are in lower case. */
export const operators: ReadonlyMap<string, Operator> = new Map(
  list.map((operator) => [operator.name, operator]),
);
