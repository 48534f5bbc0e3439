import type { Column } from '../columns/column.ts';
import type { LabelSet } from '../labels/label-set.ts';
import type { Limits } from '../limits.ts';
import type { Call, Timing } from '../parser/expression.ts';
import type { Block } from './block.ts';
import type { Run } from './run.ts';

/** Series with their samples, and which of these each step looks at. */
export type RangeSource = {
  timing: Timing;
  rangeMs: number;
  labels: readonly LabelSet[];
  columns: readonly (Column | null)[];
};

export type CompiledScalar = { type: 'scalar'; evaluate: (run: Run) => Float64Array };
export type CompiledVector = { type: 'vector'; evaluate: (run: Run) => Block };
export type CompiledMatrix = { type: 'matrix'; evaluate: (run: Run) => RangeSource };
type CompiledString = { type: 'string'; value: string };

/** An expression, ready to be evaluated any number of times over any windows. */
export type Compiled = CompiledScalar | CompiledVector | CompiledMatrix | CompiledString;

/** A call with its arguments compiled; their types were checked. */
export type CompiledCall = { call: Call; args: readonly Compiled[]; limits: Limits; text: string };

export function scalarArg({ args }: CompiledCall, index: number): CompiledScalar['evaluate'] {
  const arg = args[index];
  if (arg?.type !== 'scalar') throw new TypeError(`Cannot compile: argument ${index} is no scalar`);
  return arg.evaluate;
}

export function vectorArg({ args }: CompiledCall, index: number): CompiledVector['evaluate'] {
  const arg = args[index];
  if (arg?.type !== 'vector') throw new TypeError(`Cannot compile: argument ${index} is no vector`);
  return arg.evaluate;
}

export function matrixArg({ args }: CompiledCall, index: number): CompiledMatrix['evaluate'] {
  const arg = args[index];
  if (arg?.type !== 'matrix') throw new TypeError(`Cannot compile: argument ${index} is no range`);
  return arg.evaluate;
}

export function stringArg({ args }: CompiledCall, index: number): string {
  const arg = args[index];
  if (arg?.type !== 'string') throw new TypeError(`Cannot compile: argument ${index} is no string`);
  return arg.value;
}
