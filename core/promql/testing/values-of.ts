import type { SampleValue } from '../columns/from-series.ts';
import { evaluateInstant } from '../evaluate.ts';

const MINUTE_MS = 60_000;

/**
 * What an expression gives over a series `x{job="api"}` with a sample each minute from 0 on, at the time of the last:
 * the values in the order of the result, to 12 digits.
 */
export function valuesOf(expr: string, samples: readonly SampleValue[]): number[] {
  const series = {
    labels: { __name__: 'x', job: 'api' },
    samples: samples.map((value, index): [number, SampleValue] => [index * MINUTE_MS, value]),
  };
  const result = evaluateInstant(expr, [series], (samples.length - 1) * MINUTE_MS);
  switch (result.type) {
    case 'scalar':
      return [round(result.value)];
    case 'vector':
      return result.series.map(({ value }) => round(value));
    case 'matrix':
    case 'string':
      return [];
  }
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}
