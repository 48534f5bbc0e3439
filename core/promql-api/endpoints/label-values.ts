import { getLabel } from '../../promql/labels/label-set.ts';
import { ApiError, type Given } from '../answer.ts';
import { paramOf, type Asked } from '../asked.ts';
import { cutList } from '../cut-list.ts';
import { selectLabels } from '../select-labels.ts';

/** The values of the label `name`. */
export function answerLabelValues(asked: Asked): Given {
  const name = paramOf(asked, 'name') ?? '';
  if (name === '') throw new ApiError('bad_data', 'invalid label name: ""');
  const values = new Set(selectLabels(asked).map((set) => getLabel(set, name)));
  return cutList(asked, [...values].filter((value) => value !== '').toSorted());
}
