import type { SyntaxNode } from '@lezer/common';
import type { Expr } from './expression.ts';
import type { Source } from './source.ts';

/** Builds expressions of nodes; handed to what builds the parts of one kind of node. */
export type Builder = Source & {
  build: (node: SyntaxNode) => Expr;
  /** In how many levels the node is that is built. */
  depth: number;
};
