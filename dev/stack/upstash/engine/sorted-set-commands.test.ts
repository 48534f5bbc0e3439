import { expect, test } from 'vitest';
import { answer } from '../testing/answer.ts';

const THREE = 'zadd k 1 a 2 b 3 c';

test.each([
  [['zadd k 1 a 2 b'], 2],
  [['zadd k 1 a 2 a', 'zscore k a'], '2'],
  [[THREE, 'zadd k 9 a 4 d'], 1],
  [[THREE, 'zadd k ch 9 a 4 d 3 c'], 2],
  [[THREE, 'zadd k nx 9 a', 'zscore k a'], '1'],
  [[THREE, 'zadd k xx 9 d', 'zcard k'], 3],
  [['zadd k xx 9 d', 'exists k'], 0],
  [[THREE, 'zadd k gt 1 b', 'zscore k b'], '2'],
  [[THREE, 'zadd k LT CH 1 b'], 1],
  [[THREE, 'zadd k gt 4 d', 'zcard k'], 4],
  [['zadd k nx xx 1 a'], 'ERR XX and NX options at the same time are not compatible'],
  [['zadd k gt lt 1 a'], 'ERR GT, LT, and/or NX options at the same time are not compatible'],
  [['zadd k 1 a 2'], 'ERR syntax error'],
  [['zadd k nx 1'], 'ERR syntax error'],
  [['zadd k 1 a high b'], 'ERR value is not a valid float'],
  [['zadd k 1 a high b', 'exists k'], 0],
  [["zadd k '' a"], 'ERR value is not a valid float'],
  [['zadd k +inf a', 'zscore k a'], 'inf'],
  [['zadd k 1767225600000 a', 'zscore k a'], '1767225600000'],
  [
    ['zadd k 1e3 a .5 b 0.1 c', 'zmscore k a b c d'],
    ['1000', '0.5', '0.1', null],
  ],
  [['zmscore k a'], [null]],
  [['set k 1', 'zadd k 1 a'], 'WRONGTYPE Operation against a key holding the wrong kind of value'],
])('ZADD decides member by member: %j is %j', (lines, expected) => {
  expect(answer(lines)).toEqual(expected);
});

test.each([
  [
    ['zadd k 1 b 1 a 0 z', 'zrange k 0 -1'],
    ['z', 'a', 'b'],
  ],
  [
    [THREE, 'zrange k 0 1 rev'],
    ['c', 'b'],
  ],
  [
    [THREE, 'zrange k -1 9 withscores'],
    ['c', '3'],
  ],
  [
    [THREE, 'zrange k 2 3 byscore'],
    ['b', 'c'],
  ],
  [[THREE, 'zrange k (1 (3 byscore'], ['b']],
  [
    [THREE, 'zrange k 3 (1 byscore rev'],
    ['c', 'b'],
  ],
  [[THREE, 'zrange k 1 3 byscore rev'], []],
  [[THREE, 'zrange k -inf +inf byscore limit 1 1'], ['b']],
  [
    [THREE, 'zrange k -inf +inf byscore limit 1 -1'],
    ['b', 'c'],
  ],
  [[THREE, 'zrange k -inf +inf byscore limit -1 2'], []],
  [
    [THREE, 'zadd k 9 a', 'zrange k 0 -1'],
    ['b', 'c', 'a'],
  ],
  [['zrange k 0 -1'], []],
  [['zrange k 0 one'], 'ERR value is not an integer or out of range'],
  [['zrange k low 1 byscore'], 'ERR min or max is not a float'],
  [['zrange k 0 1 limit 0'], 'ERR syntax error'],
  [
    ['zrange k 0 1 limit 0 1'],
    'ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX',
  ],
])('ZRANGE goes by rank or by score: %j is %j', (lines, expected) => {
  expect(answer(lines)).toEqual(expected);
});

test.each([
  [[THREE, 'zcount k (1 +inf'], 2],
  [[THREE, 'zcount k 3 1'], 0],
  [[THREE, 'zrem k a d'], 1],
  [['zadd k 1 a', 'zrem k a', 'exists k'], 0],
  [[THREE, 'zremrangebyscore k -inf (3'], 2],
  [[THREE, 'zremrangebyscore k -inf (3', 'zrange k 0 -1'], ['c']],
  [[THREE, 'zremrangebyscore k -inf inf', 'exists k'], 0],
  [[THREE, 'zremrangebyrank k 0 -2', 'zrange k 0 -1'], ['c']],
  [[THREE, 'zremrangebyrank k 5 9'], 0],
  [['zremrangebyscore k low 1'], 'ERR min or max is not a float'],
])('members are counted and removed by range: %j is %j', (lines, expected) => {
  expect(answer(lines)).toEqual(expected);
});
