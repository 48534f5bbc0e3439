/** Turns Redis's first and last index, where -1 is the last element, into the two arguments of `slice`. */
export function resolveRange(length: number, start: number, stop: number): [number, number] {
  const from = Math.max(0, start < 0 ? length + start : start);
  const last = stop < 0 ? length + stop : stop;
  return [from, Math.max(from, last + 1)];
}
