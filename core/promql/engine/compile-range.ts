import { withoutStale } from '../columns/column.ts';
import type { MatrixSelector } from '../parser/expression.ts';
import type { CompiledMatrix } from './compiled.ts';
import { createSelect } from './select-series.ts';

/** Compiles `name{…}[5m]`: the columns of its series, without markers of staleness. */
export function compileRange({ selector, rangeMs }: MatrixSelector): CompiledMatrix {
  const select = createSelect(selector.matchers);
  return {
    type: 'matrix',
    evaluate: ({ window }) => {
      const { labels, ids } = select(window.index);
      const columns = ids.map((id) => {
        const column = window.columns[id];
        return column ? withoutStale(column) : null;
      });
      return { timing: selector, rangeMs, labels, columns };
    },
  };
}
