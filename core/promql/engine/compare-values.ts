/** Orders places in an array by the values at them, rising for 1, falling for -1; NaN is last either way. */
export function compareValues(
  values: Float64Array,
  direction: 1 | -1,
): (a: number, b: number) => number {
  return (a, b) => {
    const ours = values[a] ?? NaN;
    const theirs = values[b] ?? NaN;
    return Number.isNaN(ours) || Number.isNaN(theirs)
      ? Number(Number.isNaN(ours)) - Number(Number.isNaN(theirs))
      : direction * (Number(ours > theirs) - Number(ours < theirs));
  };
}
