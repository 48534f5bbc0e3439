/** The start of the slot that a time falls in; slots are counted from the epoch. All in milliseconds. */
export function slotOf(timeMs: number, slotMs: number): number {
  return Math.floor(timeMs / slotMs) * slotMs;
}

/** Whether something that runs every n-th slot runs in this one; the same answer wherever and whenever it is asked. */
export function isDue(startMs: number, slotMs: number, everySlots: number): boolean {
  return Math.round(startMs / slotMs) % everySlots === 0;
}
