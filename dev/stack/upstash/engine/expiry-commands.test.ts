import { expect, test } from 'vitest';
import { answer } from '../testing/answer.ts';

test.each([
  [['set k 1', 'expire k 10', 'ttl k'], 10],
  [['set k 1', 'expire k 10'], 1],
  [['expire k 10'], 0],
  [['set k 1', 'expire k 0', 'exists k'], 0],
  [['set k 1', 'expire k -1'], 1],
  [['set k 1', 'pexpire k 1499', 'ttl k'], 1],
  [['set k 1', 'pexpire k 1500', 'ttl k'], 2],
  [['set k 1', 'pexpire k 1500', 'wait 500', 'pttl k'], 1000],
  [['set k 1', 'pexpire k 1500', 'wait 1500', 'ttl k'], -2],
  [['set k 1', 'expireat k 1700000003', 'ttl k'], 3],
  [['set k 1', 'pexpireat k 1', 'exists k'], 0],
  [['set k 1', 'ttl k'], -1],
  [['ttl k'], -2],
  [['set k 1 ex 10', 'persist k', 'ttl k'], -1],
  [['set k 1', 'persist k'], 0],
  [['rpush k 1', 'expire k 10', 'rpush k 2', 'ttl k'], 10],
  [['set k 1', 'expire k soon'], 'ERR value is not an integer or out of range'],
  [['set k 1', 'expire k 9223372036854775807'], "ERR invalid expire time in 'expire' command"],
])('a key lives as long as it was told: %j is %j', (lines, expected) => {
  expect(answer(lines)).toBe(expected);
});

test.each([
  [['set k 1', 'expire k 10 nx'], 1],
  [['set k 1 ex 5', 'expire k 10 NX'], 0],
  [['set k 1', 'expire k 10 xx'], 0],
  [['set k 1 ex 5', 'expire k 10 gt'], 1],
  [['set k 1 ex 10', 'expire k 10 gt'], 0],
  [['set k 1', 'expire k 10 gt'], 0],
  [['set k 1', 'expire k 10 lt'], 1],
  [['set k 1 ex 5', 'expire k 10 lt'], 0],
  [['set k 1', 'expire k 10 lt xx'], 0],
  [['expire k 10 nx gt'], 'ERR NX and XX, GT or LT options at the same time are not compatible'],
  [['expire k 10 gt lt'], 'ERR GT and LT options at the same time are not compatible'],
  [['expire k 10 maybe'], 'ERR Unsupported option maybe'],
])('EXPIRE can depend on the expiry there is: %j is %j', (lines, expected) => {
  expect(answer(lines)).toBe(expected);
});
