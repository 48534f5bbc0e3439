import type { Compiled, CompiledCall } from '../engine/compiled.ts';
import type { ValueType } from '../parser/expression.ts';

/** What a function takes and gives. */
export type Signature = {
  name: string;
  parameters: readonly ValueType[];
  /**
   * As in Prometheus: 0, all parameters are required; n, the last may be left out or come up to n times; -1, it may be
   * left out or come any number of times.
   */
  variadic: number;
  returns: ValueType;
};

export type PromqlFunction = Signature & { compile: (call: CompiledCall) => Compiled };

/** A function that is not one of a family. */
export function defineFunction(
  name: string,
  compile: PromqlFunction['compile'],
  { parameters = ['vector'], variadic = 0, returns = 'vector' }: Partial<Signature> = {},
): PromqlFunction {
  return { name, parameters, variadic, returns, compile };
}
