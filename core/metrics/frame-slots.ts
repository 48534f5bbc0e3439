/**
 * The slots that have a frame in a window that ends with `slotMs`, that one included: every n-th slot of `slotMs` length,
 * counted from the epoch. All in milliseconds, rising.
 */
export function frameSlots(slotMs: number, everyMs: number, windowMs: number): number[] {
  const last = Math.floor(slotMs / everyMs) * everyMs;
  const count = Math.floor(windowMs / everyMs) + 1;
  return Array.from({ length: count }, (_, at) => last - (count - 1 - at) * everyMs);
}
