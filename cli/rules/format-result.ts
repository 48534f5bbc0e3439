import { formatSeries } from '../../core/metrics/format-series.ts';
import { formatValue } from '../../core/promql-api/format-value.ts';
import type { InstantResult } from '../../core/promql/index.ts';

/** A result for people: a line for each series, of a range one for each point with its time. */
export function formatResult(result: InstantResult): string[] {
  switch (result.type) {
    case 'scalar':
      return [formatValue(result.value)];
    case 'string':
      return [result.value];
    case 'vector':
      return result.series.map(({ labels, value }) => `${name(labels)} ${formatValue(value)}`);
    case 'matrix':
      return result.series.flatMap(({ labels, points }) =>
        points.map(([timeMs, value]) => {
          return `${name(labels)} ${formatValue(value)} ${new Date(timeMs).toISOString()}`;
        }),
      );
  }
}

// What is computed has no name of its own.
function name(labels: Record<string, string>): string {
  if (labels['__name__'] !== undefined) return formatSeries(labels);
  return formatSeries({ ...labels, __name__: 'x' }).slice(1) || '{}';
}
