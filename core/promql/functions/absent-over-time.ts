import { absent } from './absent.ts';
import { presentOverTime } from './present-over-time.ts';
import { defineFunction } from './promql-function.ts';

/** 1 where no series has a sample in the window, with the labels that its selector asks for. */
export const absentOverTime = defineFunction(
  'absent_over_time',
  (call) => absent.compile({ ...call, args: [presentOverTime.compile(call)] }),
  { parameters: ['matrix'] },
);
