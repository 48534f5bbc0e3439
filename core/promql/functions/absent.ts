import { absentBlock } from '../engine/absent-block.ts';
import { vectorArg } from '../engine/compiled.ts';
import { defineFunction } from './promql-function.ts';

/** 1 where the vector is empty, with the labels that its selector asks for. */
export const absent = defineFunction('absent', (call) => {
  const vector = vectorArg(call, 0);
  return { type: 'vector', evaluate: (run) => absentBlock(run, vector(run), call.call.args[0]) };
});
