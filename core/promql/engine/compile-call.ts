import { functions } from '../functions/index.ts';
import type { Call } from '../parser/expression.ts';
import type { CompileContext } from './compile-context.ts';
import { compileTyped } from './compile-typed.ts';
import type { Compiled } from './compiled.ts';

/** Compiles a call of a function. Throws a `PromqlError` for arguments of other types or another number. */
export function compileCall(context: CompileContext, call: Call): Compiled {
  const { name, args, span } = call;
  const definition = functions.get(name);
  if (!definition) throw context.refuse(`unknown function with name "${name}"`, span);
  const { parameters, variadic } = definition;
  const least = parameters.length - (variadic === 0 ? 0 : 1);
  const most = variadic < 0 ? Infinity : least + variadic;
  const count = args.length;
  if (count < least || count > most) {
    const bound = least === most ? '' : count < least ? 'at least ' : 'at most ';
    const wanted = `${bound}${count < least ? least : most}`;
    throw context.refuse(`expected ${wanted} argument(s) in call to "${name}", got ${count}`, span);
  }
  const compiled = args.map((arg, index) => {
    const type = parameters[index] ?? parameters.at(-1) ?? 'vector';
    return compileTyped(context, arg, { type, place: `call to function "${name}"` });
  });
  return definition.compile({ call, args: compiled, ...context });
}
