import { expect, test } from 'vitest';
import { answer } from '../testing/answer.ts';

const NOT_AN_INTEGER = 'ERR value is not an integer or out of range';
const WRONG_TYPE = 'WRONGTYPE Operation against a key holding the wrong kind of value';
const SYNTAX = 'ERR syntax error';

test.each([
  [['set k 1', 'set k 2 nx'], null],
  [['set k 2 nx'], 'OK'],
  [['set k 2 xx'], null],
  [['set k 1', 'set k 2 XX'], 'OK'],
  [['set k 1', 'set k 2 get'], '1'],
  [['set k 2 get'], null],
  [['set k 1', 'set k 2 nx get', 'get k'], '1'],
  [['rpush k 1', 'set k 2', 'get k'], '2'],
  [['rpush k 1', 'set k 2 get'], WRONG_TYPE],
  [['set k 1 nx xx'], SYNTAX],
  [['set k 1 ex'], SYNTAX],
  [['set k 1 ex 10 px 10'], SYNTAX],
  [['set k 1 ex 10 keepttl'], SYNTAX],
  [['set k 1 for ever'], SYNTAX],
  [['set k 1 ex soon'], NOT_AN_INTEGER],
  [['set k 1 ex 0'], "ERR invalid expire time in 'set' command"],
  [['set k 1 px 9223372036854775807'], "ERR invalid expire time in 'set' command"],
  [['set k 1 ex 10 ex 20', 'ttl k'], 20],
  [['set k 1 ex 10', 'set k 2', 'ttl k'], -1],
  [['set k 1 ex 10', 'set k 2 keepttl', 'ttl k'], 10],
  [['set k 1 px 10', 'wait 9', 'get k'], '1'],
  [['set k 1 px 10', 'wait 10', 'get k'], null],
  [['set k 1 exat 1700000001', 'pttl k'], 1000],
  [['set k 1 pxat 1', 'get k'], null],
])('SET takes its options as Redis does: %j is %j', (lines, expected) => {
  expect(answer(lines)).toBe(expected);
});

test.each([
  [['get k'], null],
  [['rpush k 1', 'get k'], WRONG_TYPE],
  [["set k ''", 'get k'], ''],
  [
    ['set a 1', 'rpush b 1', 'mget a b c'],
    ['1', null, null],
  ],
  [['set k 1', 'getdel k', 'exists k'], 0],
  [['set k 1', 'getdel k'], '1'],
  [['set k four', 'strlen k'], 4],
  [['strlen k'], 0],
  [['setex k 10 1', 'ttl k'], 10],
  [['setex k 0 1'], "ERR invalid expire time in 'setex' command"],
  [['set k 1', 'setnx k 2'], 0],
  [['setnx k 2', 'get k'], '2'],
])('a string is read and replaced: %j is %j', (lines, expected) => {
  expect(answer(lines)).toEqual(expected);
});

test.each([
  [['incr k'], 1],
  [['set k 10', 'decr k'], 9],
  [['set k 10', 'incrby k -4', 'get k'], '6'],
  [['set k 10', 'decrby k 4'], 6],
  [['set k 1 ex 10', 'incr k', 'ttl k'], 10],
  [['set k 1.5', 'incr k'], NOT_AN_INTEGER],
  [['set k 01', 'incr k'], NOT_AN_INTEGER],
  [["set k ''", 'incr k'], NOT_AN_INTEGER],
  [['incrby k +1'], NOT_AN_INTEGER],
  [['rpush k 1', 'incr k'], WRONG_TYPE],
  [['set k 9223372036854775806', 'incr k', 'get k'], '9223372036854775807'],
  [['set k 9223372036854775807', 'incr k'], 'ERR increment or decrement would overflow'],
  [['decrby k -9223372036854775808'], 'ERR decrement would overflow'],
])('a counter counts in 64-bit integers: %j is %j', (lines, expected) => {
  expect(answer(lines)).toBe(expected);
});
