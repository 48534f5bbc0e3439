import { expect, test } from 'vitest';
import { answer } from '../testing/answer.ts';

const WRONG_TYPE = 'WRONGTYPE Operation against a key holding the wrong kind of value';

test.each([
  [
    ['rpush k 1 2', 'lpush k a b', 'lrange k 0 -1'],
    ['b', 'a', '1', '2'],
  ],
  [
    ['rpush k 1 2 3', 'lrange k -2 9'],
    ['2', '3'],
  ],
  [['rpush k 1 2 3', 'lrange k 2 1'], []],
  [['rpush k 1 2 3', 'lrange k -9 0'], ['1']],
  [['lrange k one 1'], 'ERR value is not an integer or out of range'],
  [
    ['rpush k 1 2 3', 'ltrim k 1 -1', 'lrange k 0 -1'],
    ['2', '3'],
  ],
  [['rpush k 1 2 3', 'ltrim k 5 9', 'exists k'], 0],
  [['ltrim k 0 1'], 'OK'],
  [['rpush k 1 2', 'lpop k'], '1'],
  [['rpush k 1 2', 'rpop k'], '2'],
  [
    ['rpush k 1 2 3', 'rpop k 2'],
    ['3', '2'],
  ],
  [['rpush k 1', 'lpop k 0'], []],
  [['rpush k 1', 'lpop k', 'exists k'], 0],
  [['lpop k'], null],
  [['lpop k 1'], null],
  [['lpop k -1'], 'ERR value is out of range, must be positive'],
  [['lpop k 1 1'], "ERR wrong number of arguments for 'lpop' command"],
  [['llen k'], 0],
  [['set k 1', 'rpush k 1'], WRONG_TYPE],
])('a list is filled and emptied from both ends: %j is %j', (lines, expected) => {
  expect(answer(lines)).toEqual(expected);
});

test.each([
  [['hset k a 1 b 2'], 2],
  [['hset k a 1', 'hset k a 2 b 3'], 1],
  [['hset k a 1', 'hset k a 2', 'hget k a'], '2'],
  [['hset k a 1 b'], "ERR wrong number of arguments for 'hset' command"],
  [
    ['hset k b 1 a 2', 'hset k b 3', 'hgetall k'],
    ['b', '3', 'a', '2'],
  ],
  [['hgetall k'], []],
  [['hget k a'], null],
  [['hset k a 1', 'hdel k a b'], 1],
  [['hset k a 1', 'hdel k a', 'type k'], 'none'],
  [['hincrby k a 5', 'hget k a'], '5'],
  [['hset k a x', 'hincrby k a 1'], 'ERR hash value is not an integer'],
  [['hset k a 9223372036854775807', 'hincrby k a 1'], 'ERR increment or decrement would overflow'],
  [['set k 1', 'hget k a'], WRONG_TYPE],
])('a hash keeps its fields in the order they came: %j is %j', (lines, expected) => {
  expect(answer(lines)).toEqual(expected);
});

test.each([
  [['sadd k a b a'], 2],
  [['sadd k a', 'sadd k a b'], 1],
  [
    ['sadd k a b', 'smembers k'],
    ['a', 'b'],
  ],
  [['smembers k'], []],
  [['sadd k a', 'sismember k a'], 1],
  [['sismember k a'], 0],
  [['sadd k a b', 'srem k a c'], 1],
  [['sadd k a', 'srem k a', 'exists k'], 0],
  [['sadd k a b', 'scard k'], 2],
  [['set k 1', 'sadd k a'], WRONG_TYPE],
])('a set holds each member once: %j is %j', (lines, expected) => {
  expect(answer(lines)).toEqual(expected);
});
