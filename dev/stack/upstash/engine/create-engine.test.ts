import { expect, test } from 'vitest';
import { answer } from '../testing/answer.ts';
import { createEngine } from './create-engine.ts';
import { RedisError } from './reply.ts';

test.each([
  [['GeT k'], null],
  [['get'], "ERR wrong number of arguments for 'get' command"],
  [['GET a b'], "ERR wrong number of arguments for 'get' command"],
  [['zadd k 1'], "ERR wrong number of arguments for 'zadd' command"],
  [['Eval x 0'], "ERR unknown command 'Eval', with args beginning with: 'x' '0' "],
  [['constructor'], "ERR unknown command 'constructor', with args beginning with: "],
])(
  'a command is known by its name in any case, and by its number of words: %j is %j',
  (lines, expected) => {
    expect(answer(lines)).toBe(expected);
  },
);

test('a transaction goes on after a command that fails', () => {
  const engine = createEngine({ now: () => 0 });
  expect(
    engine.multi([
      ['set', 'a', 'x'],
      ['incr', 'a'],
      ['get', 'a'],
    ]),
  ).toEqual([
    { result: 'OK' },
    { error: 'ERR value is not an integer or out of range' },
    { result: 'x' },
  ]);
});

test.each([[['nope']], [['get']]])('a transaction with %j does nothing at all', (wrong) => {
  const engine = createEngine({ now: () => 0 });
  expect(() => engine.multi([['set', 'a', '1'], wrong])).toThrow(
    new RedisError('EXECABORT Transaction discarded because of previous errors.'),
  );
  expect(engine.call(['exists', 'a'])).toBe(0);
});

test('the commands of a dump make the same data', () => {
  const engine = createEngine({ now: () => 5 });
  const numbers = Array.from({ length: 2500 }, (_, index) => String(index));
  engine.call(['set', 'string', '\0\xff', 'px', '100']);
  engine.call(['set', 'gone', '1', 'pxat', '5']);
  engine.call(['rpush', 'list', ...numbers]);
  engine.call(['hset', 'hash', 'b', '1', 'a', '2']);
  engine.call(['sadd', 'set', 'b', 'a']);
  engine.call(['zadd', 'zset', '-inf', 'low', '0.1', 'a', '1e21', 'high']);
  const copy = createEngine({ now: () => 5 });
  for (const commands of engine.dump()) copy.multi(commands);
  expect(copy.dump()).toEqual(engine.dump());
  expect(copy.call(['lrange', 'list', '0', '-1'])).toEqual(numbers);
  expect(copy.call(['pttl', 'string'])).toBe(100);
  expect(copy.call(['dbsize'])).toBe(5);
});
