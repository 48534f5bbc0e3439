/**
 * The list of series to write a frame by: the one before as long as it has them all, so that a series that comes and
 * goes does not make a new list each time; a list of these series where it lacks one, or more than half of it is gone.
 */
export function fitDictionary(
  before: readonly string[] | null,
  keys: readonly string[],
): readonly string[] {
  if (before === null || before.length > 2 * keys.length) return keys;
  const known = new Set(before);
  return keys.every((key) => known.has(key)) ? before : keys;
}
