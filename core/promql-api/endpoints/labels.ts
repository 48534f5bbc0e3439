import type { Given } from '../answer.ts';
import type { Asked } from '../asked.ts';
import { cutList } from '../cut-list.ts';
import { selectLabels } from '../select-labels.ts';

/** The names of labels. */
export function answerLabels(asked: Asked): Given {
  const names = new Set(selectLabels(asked).flatMap((set) => set.names));
  return cutList(asked, [...names].toSorted());
}
