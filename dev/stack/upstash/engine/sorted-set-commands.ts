import type { Command, Context } from './command.ts';
import { parseInteger } from './parse-integer.ts';
import { resolveRange } from './resolve-range.ts';
import { formatScore, parseBound } from './score.ts';
import { rankScores, removeMember, removeRanks } from './sorted-set.ts';
import { dropIfEmpty, findValue, readValue } from './value.ts';
import { zadd } from './zadd.ts';
import { zrange } from './zrange.ts';

export const sortedSetCommands: Command[] = [
  { name: 'zcard', arity: 2, run: zcard },
  { name: 'zscore', arity: 3, run: zscore },
  { name: 'zmscore', arity: -3, run: zmscore },
  { name: 'zcount', arity: 4, run: zcount },
  { name: 'zrange', arity: -4, run: zrange },
  { name: 'zadd', arity: -4, writes: true, run: zadd },
  { name: 'zrem', arity: -3, writes: true, run: zrem },
  { name: 'zremrangebyscore', arity: 4, writes: true, run: zremrangebyscore },
  { name: 'zremrangebyrank', arity: 4, writes: true, run: zremrangebyrank },
];

type RangeWords = [first: string, last: string];

function zcard({ store }: Context, key: string) {
  return readValue(store, key, 'zset')?.data.scores.size ?? 0;
}

function zscore(context: Context, key: string, member: string) {
  return zmscore(context, key, member)[0] ?? null;
}

function zmscore({ store }: Context, key: string, ...members: string[]) {
  const scores = readValue(store, key, 'zset')?.data.scores;
  return members.map((member) => {
    const score = scores?.get(member);
    return score === undefined ? null : formatScore(score);
  });
}

function zcount({ store }: Context, key: string, ...words: RangeWords) {
  const [min, max] = [parseBound(words[0]), parseBound(words[1])];
  const set = readValue(store, key, 'zset')?.data;
  if (set === undefined) return 0;
  const [from, to] = rankScores(set, min, max);
  return to - from;
}

function zrem({ store }: Context, key: string, ...members: string[]) {
  const set = findValue(store, key, 'zset')?.data;
  if (set === undefined) return 0;
  const removed = members.filter((member) => removeMember(set, member)).length;
  dropIfEmpty(store, key, set.scores.size);
  return removed;
}

function zremrangebyscore({ store }: Context, key: string, ...words: RangeWords) {
  const [min, max] = [parseBound(words[0]), parseBound(words[1])];
  const set = findValue(store, key, 'zset')?.data;
  if (set === undefined) return 0;
  const removed = removeRanks(set, rankScores(set, min, max));
  dropIfEmpty(store, key, set.scores.size);
  return removed;
}

function zremrangebyrank({ store }: Context, key: string, ...words: RangeWords) {
  const [start, stop] = [parseInteger(words[0]), parseInteger(words[1])];
  const set = findValue(store, key, 'zset')?.data;
  if (set === undefined) return 0;
  const removed = removeRanks(set, resolveRange(set.ranked.length, start, stop));
  dropIfEmpty(store, key, set.scores.size);
  return removed;
}
