/** The `seq` of what is published next: it grows even when the clock went back. */
export function nextSeq(previousSeq: number, nowMs: number): number {
  return Math.max(previousSeq + 1, nowMs);
}
