import { expect, test } from 'vitest';
import { answer } from '../testing/answer.ts';

test.each([
  [['ping'], 'PONG'],
  [['ping hello'], 'hello'],
  [['ping a b'], "ERR wrong number of arguments for 'ping' command"],
  [
    ['wait 1250', 'time'],
    ['1700000001', '250000'],
  ],
])('%j is %j', (lines, expected) => {
  expect(answer(lines)).toEqual(expected);
});

test.each([
  [['set a 1', 'get a', 'get b', 'mget a b c', 'info stats'], 'keyspace_hits:2\r\n'],
  [['set a 1', 'get a', 'get b', 'mget a b c', 'info stats'], 'keyspace_misses:3\r\n'],
  [['ping', 'ping', 'info stats'], 'total_commands_processed:3\r\n'],
  [['set a 1 ex 9', 'set b 1', 'INFO Keyspace'], 'db0:keys=2,expires=1,avg_ttl=0\r\n'],
  [['wait 2500', 'info server'], 'uptime_in_seconds:2\r\n'],
  [['info'], '\r\n\r\n# Memory\r\nused_memory:0\r\n'],
  [['info memory stats'], 'maxmemory:0\r\n\r\n# Stats\r\n'],
  [['info replication'], '# replication\r\n'],
])('INFO tells of the data and its use: %j has %j', (lines, expected) => {
  expect(answer(lines)).toContain(expected);
});

test('the memory INFO reports grows with the data', () => {
  const empty = readMemory(answer(['info memory']));
  const small = readMemory(answer(['hset h field value', 'info memory']));
  const large = readMemory(answer([`hset h field ${'value'.repeat(100)}`, 'info memory']));
  expect([empty, small, large]).toEqual([empty, small, large].toSorted((a, b) => a - b));
  expect(large - small).toBe(495);
});

function readMemory(info: unknown): number {
  return Number(/used_memory:(\d+)/.exec(String(info))?.[1]);
}
