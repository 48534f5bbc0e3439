import { absentBlock } from '../engine/absent-block.ts';
import { vectorArg } from '../engine/compiled.ts';
import { presentOverTime } from './present-over-time.ts';
import { defineFunction } from './promql-function.ts';

/** 1 where no series has a sample in the window, with the labels that its selector asks for. */
export const absentOverTime = defineFunction(
  { name: 'absent_over_time', parameters: ['matrix'], variadic: 0, returns: 'vector' },
  (call) => {
    const present = vectorArg({ ...call, args: [presentOverTime.compile(call)] }, 0);
    return { type: 'vector', evaluate: (run) => absentBlock(run, present(run), call.call.args[0]) };
  },
);
