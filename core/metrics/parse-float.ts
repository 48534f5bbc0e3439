const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const WORDS = new Map([
  ['nan', NaN],
  ['inf', Infinity],
  ['infinity', Infinity],
  ['+inf', Infinity],
  ['+infinity', Infinity],
  ['-inf', -Infinity],
  ['-infinity', -Infinity],
]);

/**
 * A number as Prometheus reads it (Go's ParseFloat without hexadecimals and underscores): decimal, or NaN and Inf in
 * any case. Null for anything else, and for a number too large for a double.
 */
export function parseFloat64(text: string): number | null {
  if (!DECIMAL.test(text)) return WORDS.get(text.toLowerCase()) ?? null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
