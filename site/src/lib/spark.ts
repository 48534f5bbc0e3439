export const SPARK_HEIGHT = 16;

/**
 * A line through the values, one unit apart, zero at the bottom; a value that is missing is a gap. The scale reaches
 * at least to twice the usual value, so that noise stays flat and trouble stands out. Empty without values.
 */
export function sparkPath(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  const usual = known.toSorted((a, b) => a - b)[known.length >> 1] ?? 0;
  const top = Math.max(1, usual * 2, ...known);
  const heights = values.map((value) => (value === null ? null : heightOf(value, top)));
  const steps = heights.map((y, x) => stepTo(y, x, heights[x - 1] ?? null));
  // A command that repeats goes without its letter, and a sign separates by itself.
  return steps.join('').replace(/(?<=l[^a-zM]*)l1/g, ' 1');
}

/** The highest of each `size` values: fewer points, and no peak is lost. */
export function highestOfEach(values: readonly (number | null)[], size: number): (number | null)[] {
  const count = Math.ceil(values.length / size);
  return Array.from({ length: count }, (_, index) => {
    const known = values.slice(index * size, (index + 1) * size).filter((value) => value !== null);
    return known.length === 0 ? null : Math.max(...known);
  });
}

function heightOf(value: number, top: number): number {
  return Math.round(SPARK_HEIGHT - 1 - (value / top) * (SPARK_HEIGHT - 2));
}

function stepTo(y: number | null, x: number, before: number | null): string {
  if (y === null) return '';
  // A step of no length, so that a value that stands alone is a dot.
  if (before === null) return `M${x} ${y}h0`;
  const rise = y - before;
  return `l1${rise < 0 ? '' : ' '}${rise}`;
}
