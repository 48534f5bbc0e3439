import { toRecord } from '../../promql/labels/label-set.ts';
import { ApiError, type Given } from '../answer.ts';
import type { Asked } from '../asked.ts';
import { cutList } from '../cut-list.ts';
import { selectLabels } from '../select-labels.ts';

/** The series that one of the selectors takes. */
export function answerSeries(asked: Asked): Given {
  if (!asked.params.has('match[]')) {
    throw new ApiError('bad_data', 'no match[] parameter provided');
  }
  return cutList(asked, selectLabels(asked).map(toRecord));
}
