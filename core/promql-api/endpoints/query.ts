import type { Given } from '../answer.ts';
import { compileParam, evaluate, paramOf, timeOf, type Asked } from '../asked.ts';
import { cutList } from '../cut-list.ts';
import { toQueryData } from '../to-query-data.ts';

/** An expression at one time. */
export function answerQuery(asked: Asked): Given {
  const atMs = timeOf(asked, 'time', asked.nowMs);
  const query = compileParam('query', paramOf(asked, 'query') ?? '');
  const result = evaluate(() => query.evaluateInstant(asked.window, atMs));
  const { warnings, infos } = result;
  const data = toQueryData(result, atMs);
  if (data.resultType === 'scalar' || data.resultType === 'string')
    return { data, warnings, infos };
  const cut = cutList<unknown>(asked, data.result);
  const cutData = { resultType: data.resultType, result: cut.data };
  return { data: cutData, warnings: [...warnings, ...cut.warnings], infos };
}
