/** The upper bound in a label `le`; NaN where it is none. */
export function parseBound(text: string): number {
  return /^\S+$/.test(text) ? Number(text.replace(/inf(?:inity)?$/i, 'Infinity')) : NaN;
}
