import type { Bound } from './score.ts';

export type Ranked = { member: string; score: number };

/** `ranked` ascends by score and, where scores are equal, by the bytes of the member. */
export type SortedSet = { scores: Map<string, number>; ranked: Ranked[] };

export function setScore({ scores, ranked }: SortedSet, member: string, score: number) {
  removeMember({ scores, ranked }, member);
  scores.set(member, score);
  ranked.splice(findRank(ranked, { member, score }), 0, { member, score });
}

export function removeMember({ scores, ranked }: SortedSet, member: string): boolean {
  const score = scores.get(member);
  if (score === undefined) return false;
  scores.delete(member);
  ranked.splice(findRank(ranked, { member, score }), 1);
  return true;
}

/** Removes `ranked.slice(from, to)` and says how many that were. */
export function removeRanks({ scores, ranked }: SortedSet, [from, to]: [number, number]): number {
  const removed = ranked.splice(from, to - from);
  for (const { member } of removed) scores.delete(member);
  return removed.length;
}

/** The ranks from `min` to `max`, as the two arguments of `slice`. */
export function rankScores({ ranked }: SortedSet, min: Bound, max: Bound): [number, number] {
  const from = findFirst(ranked, ({ score }) =>
    min.exclusive ? score > min.score : score >= min.score,
  );
  const to = findFirst(ranked, ({ score }) =>
    max.exclusive ? score >= max.score : score > max.score,
  );
  return [from, Math.max(from, to)];
}

function findRank(ranked: Ranked[], { member, score }: Ranked): number {
  return findFirst(ranked, (item) =>
    item.score === score ? item.member >= member : item.score > score,
  );
}

/** Binary search: `isPast` is false for the first items and true from some item on. */
function findFirst(ranked: Ranked[], isPast: (item: Ranked) => boolean): number {
  let low = 0;
  let high = ranked.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = ranked[middle];
    if (item !== undefined && isPast(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
