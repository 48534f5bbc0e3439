const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;
/** What a Date can hold, in milliseconds. */
const LATEST_MS = 8_640_000_000_000_000;

/**
 * A time as the API of Prometheus takes it, in milliseconds: RFC 3339, or seconds since the epoch of Unix. Null where it
 * is neither.
 */
export function readTime(text: string): number | null {
  const timeMs = ISO.test(text) ? Date.parse(text) : readSeconds(text);
  return Math.abs(timeMs) <= LATEST_MS ? timeMs : null;
}

function readSeconds(text: string): number {
  return /^[+-]?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(text) ? Math.round(Number(text) * 1000) : NaN;
}
