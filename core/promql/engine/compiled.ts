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

/** The argument, which was checked to be of the type. */
export function asType<T extends Compiled['type']>(
  compiled: Compiled | null | undefined,
  type: T,
): Extract<Compiled, { type: T }> {
  if (isType(compiled, type)) return compiled;
  throw new TypeError('Cannot compile: a type that was checked');
}

function isType<T extends Compiled['type']>(
  compiled: Compiled | null | undefined,
  type: T,
): compiled is Extract<Compiled, { type: T }> {
  return compiled?.type === type;
}

export function scalarArg({ args }: CompiledCall, index: number): CompiledScalar['evaluate'] {
  return asType(args[index], 'scalar').evaluate;
}

export function vectorArg({ args }: CompiledCall, index: number): CompiledVector['evaluate'] {
  return asType(args[index], 'vector').evaluate;
}

export function stringArg({ args }: CompiledCall, index: number): string {
  return asType(args[index], 'string').value;
}
