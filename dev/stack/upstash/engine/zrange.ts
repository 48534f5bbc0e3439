import type { Context } from './command.ts';
import { parseInteger } from './parse-integer.ts';
import { RedisError, syntaxError } from './reply.ts';
import { resolveRange } from './resolve-range.ts';
import { formatScore, parseBound } from './score.ts';
import { rankScores, type Ranked, type SortedSet } from './sorted-set.ts';
import { readValue } from './value.ts';

type Words = [first: string, last: string, ...options: string[]];
type Options = {
  flags: Set<string>;
  limit: { offset: number; count: number } | null;
};

/** Members by rank or, with BYSCORE, by score; with REV the range itself is given from the high end. */
export function zrange(
  { store }: Context,
  key: string,
  ...[first, last, ...words]: Words
): string[] {
  const { flags, limit } = parseOptions(words);
  const select = flags.has('BYSCORE')
    ? selectByScore(first, last, flags.has('REV'))
    : selectByRank(first, last, flags.has('REV'));
  const set = readValue(store, key, 'zset')?.data;
  const selected = set === undefined ? [] : select(set);
  const limited = limit === null ? selected : applyLimit(selected, limit);
  return limited.flatMap(({ member, score }) =>
    flags.has('WITHSCORES') ? [member, formatScore(score)] : [member],
  );
}

function selectByScore(first: string, last: string, reversed: boolean) {
  const [low, high] = reversed ? [last, first] : [first, last];
  const [min, max] = [parseBound(low), parseBound(high)];
  return (set: SortedSet) => {
    const selected = set.ranked.slice(...rankScores(set, min, max));
    return reversed ? selected.toReversed() : selected;
  };
}

function selectByRank(first: string, last: string, reversed: boolean) {
  const [start, stop] = [parseInteger(first), parseInteger(last)];
  return ({ ranked }: SortedSet) => {
    const ordered = reversed ? ranked.toReversed() : ranked;
    return ordered.slice(...resolveRange(ordered.length, start, stop));
  };
}

function applyLimit(selected: Ranked[], { offset, count }: { offset: number; count: number }) {
  if (offset < 0) return [];
  return selected.slice(offset, count < 0 ? undefined : offset + count);
}

function parseOptions(words: string[]): Options {
  const options: Options = { flags: new Set(), limit: null };
  const rest = words.values();
  for (const given of rest) {
    const word = given.toUpperCase();
    // Redis takes WITHSCORES twice, the others once.
    const isFlag = ['BYSCORE', 'REV'].includes(word) && !options.flags.has(word);
    if (isFlag || word === 'WITHSCORES') options.flags.add(word);
    else if (word === 'LIMIT') options.limit = parseLimit(rest.next().value, rest.next().value);
    else throw syntaxError();
  }
  if (options.limit !== null && !options.flags.has('BYSCORE')) {
    throw new RedisError(
      'ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX',
    );
  }
  return options;
}

function parseLimit(offset: string | undefined, count: string | undefined) {
  if (offset === undefined || count === undefined) throw syntaxError();
  return { offset: parseInteger(offset), count: parseInteger(count) };
}
