import type { Column } from '../promql/columns/column.ts';
import { createSelect } from '../promql/engine/select-series.ts';
import { compareLabels, type LabelSet } from '../promql/labels/label-set.ts';
import { compileParam, invalid, timeOf, type Asked } from './asked.ts';

/** The labels of the series that one of the selectors takes and that have a sample from `start` to `end`, sorted. */
export function selectLabels(asked: Asked): LabelSet[] {
  const { index, columns } = asked.window;
  const startMs = timeOf(asked, 'start', -Infinity);
  const endMs = timeOf(asked, 'end', Infinity);
  if (endMs < startMs) throw invalid('end', 'end timestamp must not be before start time');
  const isThere = (id: number) => hasSample(columns[id] ?? null, startMs, endMs);
  const texts = asked.params.get('match[]') ?? [];
  const ids =
    texts.length === 0 ? [...index.labels.keys()] : texts.flatMap((text) => select(asked, text));
  const found = [...new Set(ids)].filter(isThere).flatMap((id) => index.labels[id] ?? []);
  return found.toSorted(compareLabels);
}

function select({ window }: Asked, text: string): readonly number[] {
  const { expr } = compileParam('match[]', text);
  if (expr.kind === 'selector') return createSelect(expr.matchers)(window.index).ids;
  throw invalid('match[]', '1:1: parse error: a selector of series was expected');
}

function hasSample(column: Column | null, startMs: number, endMs: number): boolean {
  if (column === null) return false;
  const { times, stale } = column;
  return times.some((time, at) => time >= startMs && time <= endMs && stale?.[at] !== 1);
}
