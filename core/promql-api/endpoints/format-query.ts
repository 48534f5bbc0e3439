import { formatExpression } from '../../promql/describe/index.ts';
import type { Given } from '../answer.ts';
import { compileParam, paramOf, type Asked } from '../asked.ts';

/** An expression in the form that Prometheus writes it. */
export function answerFormatQuery(asked: Asked): Given {
  const { expr } = compileParam('query', paramOf(asked, 'query') ?? '');
  return { data: formatExpression(expr) };
}
