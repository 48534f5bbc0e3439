/** The key of a frame: a slot has one for each origin. */
export function frameKey(origin: string, slotMs: number): string {
  return `frame:1:${origin}:${slotMs}`;
}

/** The key of a list of series, by the hash of what is in it. */
export function listKey(hash: string): string {
  return `series:1:${hash}`;
}
