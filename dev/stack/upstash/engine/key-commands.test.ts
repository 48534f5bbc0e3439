import { expect, test } from 'vitest';
import { answer } from '../testing/answer.ts';
import { createEngine } from './create-engine.ts';

test.each([
  [['set a 1', 'exists a a b'], 2],
  [['set a 1', 'del a a b'], 1],
  [['type a'], 'none'],
  [['zadd a 1 x', 'type a'], 'zset'],
  [['set a 1 px 5', 'set b 1', 'wait 5', 'dbsize'], 1],
  [
    ['set a 1', 'set ab 1', 'set b 1', 'keys a*'],
    ['a', 'ab'],
  ],
  [['set a 1', 'flushall', 'dbsize'], 0],
  [['set a 1', 'flushdb async', 'dbsize'], 0],
  [['flushall now'], 'ERR syntax error'],
])('keys are counted, named and removed: %j is %j', (lines, expected) => {
  expect(answer(lines)).toEqual(expected);
});

test.each([
  [
    ['set a 1', 'scan 0'],
    ['0', ['a']],
  ],
  [['scan 0'], ['0', []]],
  [
    ['set a 1', 'set b 1', 'scan 0 count 1'],
    ['1', ['a']],
  ],
  [
    ['set a 1', 'set b 1', 'scan 1 COUNT 1'],
    ['0', ['b']],
  ],
  [
    ['set a 1', 'set b 1', 'scan 0 match b'],
    ['0', ['b']],
  ],
  [
    ['set a 1', 'rpush b 1', 'scan 0 type list'],
    ['0', ['b']],
  ],
  [['scan one'], 'ERR invalid cursor'],
  [['scan 0 match'], 'ERR syntax error'],
  [['scan 0 count 0'], 'ERR syntax error'],
])('SCAN gives a page and the cursor of the next: %j is %j', (lines, expected) => {
  expect(answer(lines)).toEqual(expected);
});

test('SCAN misses no key that stays while others come and go', () => {
  const engine = createEngine({ now: () => 0 });
  const stays = Array.from({ length: 20 }, (_, index) => `stays-${index}`);
  for (const key of stays) engine.call(['set', key, '1']);
  const seen: string[] = [];
  let cursor = '0';
  do {
    const reply = engine.call(['scan', cursor, 'match', 'stays-*', 'count', '3']);
    if (!Array.isArray(reply) || !Array.isArray(reply[1])) throw new Error('Not a page');
    cursor = String(reply[0]);
    seen.push(...reply[1].map(String));
    engine.call(['set', `comes-${cursor}`, '1']);
    engine.call(['del', `comes-${Number(cursor) - 3}`]);
  } while (cursor !== '0');
  expect(seen).toEqual(stays);
});
