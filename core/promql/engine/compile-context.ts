import type { Limits } from '../limits.ts';
import type { Expr } from '../parser/expression.ts';
import type { Span } from '../position.ts';
import type { Compiled } from './compiled.ts';

/** The error of a part of the expression that is compiled. */
export type Refuse = (message: string, span: Span) => Error;

/** What the compilation of one kind of expression works with. */
export type CompileContext = {
  text: string;
  limits: Limits;
  refuse: Refuse;
  compile: (expr: Expr) => Compiled;
};
