export { findReach } from './find-reach.ts';
export { formatExpression } from './format-expression.ts';
export { listMetricNames } from './list-metric-names.ts';
export { listSelectors } from './list-selectors.ts';
export { toSyntaxTree, type SyntaxTree } from './to-syntax-tree.ts';
