import type { Span } from '../position.ts';

export type ValueType = 'scalar' | 'vector' | 'matrix' | 'string';

export type MatchOp = '=' | '!=' | '=~' | '!~';

/** One condition on a label; a label that a series does not have is the empty string. */
export type Matcher = {
  name: string;
  op: MatchOp;
  value: string;
  matches: (value: string) => boolean;
};

/** `@` and `offset`; a time in milliseconds, or the start or end of the whole query. */
export type Timing = { at: number | 'start' | 'end' | null; offsetMs: number };

export type VectorSelector = Timing & {
  kind: 'selector';
  /** The name before the braces, or empty. */
  name: string;
  matchers: readonly Matcher[];
  span: Span;
};

export type MatrixSelector = {
  kind: 'range';
  selector: VectorSelector;
  rangeMs: number;
  span: Span;
};

export type Subquery = Timing & {
  kind: 'subquery';
  expr: Expr;
  rangeMs: number;
  stepMs: number | null;
  span: Span;
};

type NumberLiteral = { kind: 'number'; value: number; isDuration: boolean; span: Span };

type StringLiteral = { kind: 'string'; value: string; span: Span };

export type Call = { kind: 'call'; name: string; args: readonly Expr[]; span: Span };

export type Aggregation = {
  kind: 'aggregation';
  op: string;
  expr: Expr;
  param: Expr | null;
  grouping: readonly string[];
  without: boolean;
  span: Span;
};

type Cardinality = 'one-to-one' | 'many-to-one' | 'one-to-many';

export type Matching = {
  card: Cardinality;
  on: boolean;
  labels: readonly string[];
  include: readonly string[];
};

export type Binary = {
  kind: 'binary';
  op: string;
  opSpan: Span;
  bool: boolean;
  matching: Matching;
  left: Expr;
  right: Expr;
  span: Span;
};

export type Unary = { kind: 'unary'; op: '+' | '-'; expr: Expr; span: Span };

type Paren = { kind: 'paren'; expr: Expr; span: Span };

export type Expr =
  | VectorSelector
  | MatrixSelector
  | Subquery
  | NumberLiteral
  | StringLiteral
  | Call
  | Aggregation
  | Binary
  | Unary
  | Paren;
