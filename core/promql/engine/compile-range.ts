import { withoutStale, type Column } from '../columns/column.ts';
import type { MatrixSelector } from '../parser/expression.ts';
import type { CompiledMatrix } from './compiled.ts';
import { createSelect } from './select-series.ts';

/** Compiles `name{…}[5m]`: the columns of its series, without markers of staleness. */
export function compileRange({ selector, rangeMs }: MatrixSelector): CompiledMatrix {
  const select = createSelect(selector.matchers);
  const cleaned = new WeakMap<Column, Column>();
  return {
    type: 'matrix',
    evaluate: ({ window }) => {
      const { labels, ids } = select(window.index);
      const columns = ids.map((id) => {
        const column = window.columns[id] ?? null;
        return column?.stale ? clean(cleaned, column) : column;
      });
      return { timing: selector, rangeMs, labels, columns };
    },
  };
}

function clean(cleaned: WeakMap<Column, Column>, column: Column): Column {
  const known = cleaned.get(column) ?? withoutStale(column);
  cleaned.set(column, known);
  return known;
}
