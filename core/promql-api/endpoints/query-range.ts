import { nameType } from '../../promql/engine/name-type.ts';
import type { Given } from '../answer.ts';
import { ApiError } from '../answer.ts';
import { compileParam, evaluate, invalid, paramOf, timeOf, type Asked } from '../asked.ts';
import { cutList } from '../cut-list.ts';
import { readDuration } from '../read-duration.ts';
import { toQueryData } from '../to-query-data.ts';

/** Points that Prometheus gives of one series at most. */
const MOST_STEPS = 11_000;

/** An expression at each step of a range. */
export function answerQueryRange(asked: Asked): Given {
  const span = readSpan(asked);
  const query = compileParam('query', paramOf(asked, 'query') ?? '');
  if (query.type === 'matrix' || query.type === 'string') {
    const type = nameType(query.type);
    const message = `invalid expression type "${type}" for range query, must be Scalar or instant Vector`;
    throw invalid('query', message);
  }
  const result = evaluate(() => query.evaluateRange(asked.window, span));
  const { warnings, infos } = result;
  const data = toQueryData(result, span.endMs);
  const cut = cutList<unknown>(asked, data.result);
  const cutData = { resultType: data.resultType, result: cut.data };
  return { data: cutData, warnings: [...warnings, ...cut.warnings], infos };
}

function readSpan(asked: Asked) {
  const startMs = timeOf(asked, 'start', null);
  const endMs = timeOf(asked, 'end', null);
  if (endMs < startMs) throw invalid('end', 'end timestamp must not be before start time');
  const text = paramOf(asked, 'step') ?? '';
  const stepMs = readDuration(text);
  if (stepMs === null) throw invalid('step', `cannot parse "${text}" to a valid duration`);
  if (stepMs <= 0) {
    const message =
      'zero or negative query resolution step widths are not accepted. Try a positive integer';
    throw invalid('step', message);
  }
  if ((endMs - startMs) / stepMs > MOST_STEPS) {
    const message =
      'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)';
    throw new ApiError('bad_data', message);
  }
  return { startMs, endMs, stepMs };
}
