import type { InstantResult, Point } from '../promql/result.ts';
import { formatValue } from './format-value.ts';

type Metric = Record<string, string>;

/** Seconds, and the value as text. */
type ApiPoint = [timeSec: number, value: string];

/** `data` of an answer to a query: https://prometheus.io/docs/prometheus/latest/querying/api/#expression-query-result-formats */
export type QueryData =
  | { resultType: 'scalar' | 'string'; result: ApiPoint }
  | { resultType: 'vector'; result: { metric: Metric; value: ApiPoint }[] }
  | { resultType: 'matrix'; result: { metric: Metric; values: ApiPoint[] }[] };

/** A result in the form of Prometheus' API. `atMs` is the time of the evaluation, in milliseconds. */
export function toQueryData(result: InstantResult, atMs: number): QueryData {
  switch (result.type) {
    case 'scalar':
      return { resultType: 'scalar', result: toPoint([atMs, result.value]) };
    case 'string':
      return { resultType: 'string', result: [atMs / 1000, result.value] };
    case 'vector': {
      const series = result.series.map(({ labels, value }) => {
        return { metric: labels, value: toPoint([atMs, value]) };
      });
      return { resultType: 'vector', result: series };
    }
    case 'matrix': {
      const series = result.series.map(({ labels, points }) => {
        return { metric: labels, values: points.map(toPoint) };
      });
      return { resultType: 'matrix', result: series };
    }
  }
}

function toPoint([timeMs, value]: Point): ApiPoint {
  return [timeMs / 1000, formatValue(value)];
}
