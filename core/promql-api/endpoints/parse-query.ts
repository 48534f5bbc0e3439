import { toSyntaxTree } from '../../promql/describe/index.ts';
import type { Given } from '../answer.ts';
import { compileParam, paramOf, type Asked } from '../asked.ts';

/** An expression as a tree. */
export function answerParseQuery(asked: Asked): Given {
  const { expr } = compileParam('query', paramOf(asked, 'query') ?? '');
  return { data: toSyntaxTree(expr) };
}
