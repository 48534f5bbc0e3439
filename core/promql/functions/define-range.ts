import { applyRange, type Samples } from '../engine/apply-range.ts';
import type { Block } from '../engine/block.ts';
import { asType, scalarArg } from '../engine/compiled.ts';
import type { Run } from '../engine/run.ts';
import type { Call, ValueType } from '../parser/expression.ts';
import { defineFunction, type PromqlFunction } from './promql-function.ts';

type RangeOptions = {
  parameters?: readonly ValueType[];
  minSamples?: number;
  keepsName?: boolean;
  /** Makes what looks at the results of one call, and may leave notes or refuse. */
  createInspect?: () => (run: Run, result: RangeResult) => void;
};

export type RangeResult = { call: Call; scalars: readonly Float64Array[]; block: Block };

/** A function of the samples of each series in a window; the metric's name goes unless it says otherwise. */
export function defineRange(
  name: string,
  apply: (samples: Samples) => number,
  options: RangeOptions = {},
): PromqlFunction {
  const { parameters = ['matrix'], minSamples = 1, keepsName = false, createInspect } = options;
  return defineFunction(
    name,
    (call) => {
      const matrix = asType(call.args[parameters.indexOf('matrix')], 'matrix');
      const scalarArgs = parameters.flatMap((type, index) =>
        type === 'scalar' ? [scalarArg(call, index)] : [],
      );
      const inspect = createInspect?.();
      return {
        type: 'vector',
        evaluate: (run) => {
          const scalars = scalarArgs.map((scalar) => scalar(run));
          const applied = { apply, scalars, minSamples, keepsName };
          const block = applyRange(run, matrix.evaluate(run), applied);
          inspect?.(run, { call: call.call, scalars, block });
          return block;
        },
      };
    },
    { parameters },
  );
}
