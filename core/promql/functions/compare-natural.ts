const PARTS = /\d+|\D+/g;

/** Orders texts so that numbers in them count by size: `node9` is before `node10`. */
export function compareNatural(a: string, b: string): number {
  if (a === b) return 0;
  const ours: readonly string[] = a.match(PARTS) ?? [];
  const theirs: readonly string[] = b.match(PARTS) ?? [];
  for (const [index, part] of ours.entries()) {
    const order = compareParts(part, theirs[index]);
    if (order !== 0) return order;
  }
  return ours.length < theirs.length ? -1 : compareTexts(a, b);
}

function compareParts(ours: string, theirs: string | undefined): number {
  if (theirs === undefined) return 1;
  const isNumber = /^\d/.test(ours) && /^\d/.test(theirs);
  return isNumber ? Math.sign(Number(ours) - Number(theirs)) : compareTexts(ours, theirs);
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
