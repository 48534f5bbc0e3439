import { NAMELESS } from '../engine/block.ts';
import { vectorArg, type CompiledCall, type CompiledVector } from '../engine/compiled.ts';
import { compileSelector, readTime } from '../engine/evaluate-selector.ts';
import { timeAt } from '../engine/run.ts';
import { unwrap } from '../parser/unwrap.ts';
import { defineFunction } from './promql-function.ts';

/** When, in seconds, the sample of a selector was taken; of anything that is computed, the time of the step. */
export const timestamp = defineFunction(
  { name: 'timestamp', parameters: ['vector'], variadic: 0, returns: 'vector' },
  (call) => {
    const evaluate = readsTimes(call) ?? stepTimes(call);
    return {
      type: 'vector',
      evaluate: (run) => {
        const block = evaluate(run);
        for (let cell = 0; cell < block.flags.length; cell += 1) {
          if (block.flags[cell] !== 0) block.flags[cell] = NAMELESS;
        }
        return block;
      },
    };
  },
);

function readsTimes({ call }: CompiledCall): CompiledVector['evaluate'] | null {
  const [arg] = call.args;
  const selector = arg && unwrap(arg);
  return selector?.kind === 'selector' ? compileSelector(selector, readTime) : null;
}

function stepTimes(call: CompiledCall): CompiledVector['evaluate'] {
  const vector = vectorArg(call, 0);
  return (run) => {
    const block = vector(run);
    const { steps } = run.grid;
    for (let cell = 0; cell < block.values.length; cell += 1) {
      block.values[cell] = timeAt(run.grid, cell % steps) / 1000;
    }
    return block;
  };
}
