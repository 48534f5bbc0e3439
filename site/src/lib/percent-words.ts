/** A percentage, cut and not rounded: 99.996 % is not 100 %. */
export function percentWords(percent: number, digits: number): string {
  if (percent >= 100) return '100 %';
  const scale = 10 ** digits;
  // The tiny addend makes up for what binary fractions lose.
  return `${(Math.floor(percent * scale + 1e-6) / scale).toFixed(digits)} %`;
}
