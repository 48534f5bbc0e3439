import type { Context } from './command.ts';
import { RedisError, syntaxError } from './reply.ts';
import { parseScore } from './score.ts';
import { setScore, type Ranked, type SortedSet } from './sorted-set.ts';
import { dropIfEmpty, findValue } from './value.ts';

/** The number of members added or, with CH, added and changed. */
export function zadd({ store }: Context, key: string, ...words: string[]): number {
  const { flags, ranked } = parseWords(words);
  const value = findValue(store, key, 'zset');
  const set: SortedSet = value?.data ?? { scores: new Map(), ranked: [] };
  const sizeBefore = set.scores.size;
  let changed = 0;
  for (const { member, score } of ranked) {
    if (!isWanted(flags, set.scores.get(member), score)) continue;
    setScore(set, member, score);
    changed += 1;
  }
  if (value === undefined) store.put(key, { type: 'zset', data: set });
  dropIfEmpty(store, key, set.scores.size);
  return flags.has('CH') ? changed : set.scores.size - sizeBefore;
}

function isWanted(flags: Set<string>, before: number | undefined, after: number) {
  if (before === undefined) return !flags.has('XX');
  if (flags.has('NX') || after === before) return false;
  if (flags.has('GT')) return after > before;
  return !flags.has('LT') || after < before;
}

function parseWords(words: string[]): { flags: Set<string>; ranked: Ranked[] } {
  const firstScore = words.findIndex((word) => !/^(?:nx|xx|gt|lt|ch)$/i.test(word));
  const flags = new Set(words.slice(0, firstScore).map((word) => word.toUpperCase()));
  const pairs = words.slice(firstScore);
  if (firstScore === -1 || pairs.length % 2 !== 0) throw syntaxError();
  checkFlags(flags);
  const ranked: Ranked[] = [];
  const rest = pairs.values();
  for (const score of rest) {
    ranked.push({ score: parseScore(score), member: rest.next().value ?? '' });
  }
  return { flags, ranked };
}

function checkFlags(flags: Set<string>) {
  const [nx, gt, lt] = [flags.has('NX'), flags.has('GT'), flags.has('LT')];
  if (nx && flags.has('XX')) throw incompatible('XX and NX');
  if ((nx && (gt || lt)) || (gt && lt)) throw incompatible('GT, LT, and/or NX');
}

function incompatible(options: string) {
  return new RedisError(`ERR ${options} options at the same time are not compatible`);
}
