/**
 * What is lost when `value` is added to `sum`, to be added up apart from it (Neumaier's form of Kahan's summation). It is
 * 0 where the sum is infinite.
 */
export function lostInSum(sum: number, value: number, lost: number): number {
  const total = sum + value;
  if (total === Infinity || total === -Infinity) return 0;
  return Math.abs(sum) >= Math.abs(value)
    ? lost + (sum - total + value)
    : lost + (value - total + sum);
}
