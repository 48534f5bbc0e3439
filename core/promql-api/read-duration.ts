import { parseNumber } from '../promql/parser/parse-number.ts';

/** A duration as the API of Prometheus takes it, `1m30s` or seconds, in milliseconds. Null where it is neither. */
export function readDuration(text: string): number | null {
  const durationMs = Math.round((parseNumber(text)?.value ?? NaN) * 1000);
  return Number.isFinite(durationMs) ? durationMs : null;
}
