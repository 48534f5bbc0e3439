// One suite for the fake and, where there is one, for the real Redis.
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  redisMissing,
  startRedisServer,
} from '../../../dev/stack/upstash/testing/start-redis-server.ts';
import { startRedis } from './start-redis.ts';
import { takeCommands } from './take-commands.ts';

const suites: [string, () => Promise<{ port: number; stop: () => Promise<void> }>, boolean][] = [
  ['the fake', startRedis, false],
  [
    'redis-server',
    async () => {
      const { url, stop } = await startRedisServer();
      return { port: Number(new URL(url).port), stop };
    },
    redisMissing !== null,
  ],
];

for (const [name, start, isMissing] of suites) {
  describe.skipIf(isMissing)(`a Redis: ${name}`, () => {
    let server: { port: number; stop: () => Promise<void> };
    let client: Redis;

    beforeAll(async () => {
      server = await start();
      client = new Redis({ port: server.port, host: '127.0.0.1' });
    });
    afterAll(async () => {
      client.disconnect();
      await server.stop();
    });

    test('PING is answered with PONG', async () => {
      expect(await client.ping()).toBe('PONG');
    });

    test('a value is there until it expires or is deleted', async () => {
      expect(await client.set('ä key', 'välue', 'EX', 5)).toBe('OK');
      expect(await client.get('ä key')).toBe('välue');
      expect(await client.ttl('ä key')).toBe(5);
      expect(await client.del('ä key', 'none')).toBe(1);
      expect(await client.get('ä key')).toBeNull();
    });

    test('INFO has what the health probe reads', async () => {
      const sections = await Promise.all(['memory', 'stats', 'clients'].map((s) => client.info(s)));
      const text = sections.join('');
      for (const field of [
        'used_memory',
        'keyspace_hits',
        'keyspace_misses',
        'connected_clients',
      ]) {
        expect(text).toMatch(new RegExp(`^${field}:\\d+\\r$`, 'm'));
      }
      expect(text).toMatch(/^used_memory_human:[\d.]+[KM]\r$/m);
    });

    test('an error has the words of Redis', async () => {
      await client.set('text', 'x');
      await expect(client.incr('text')).rejects.toThrow(
        'ERR value is not an integer or out of range',
      );
    });

    test('a thousand commands at once are answered in order', async () => {
      const counts = await Promise.all(Array.from({ length: 1_000 }, () => client.incr('count')));
      expect(counts).toEqual(Array.from({ length: 1_000 }, (_, at) => at + 1));
    });
  });
}

test.each([1, 2, 5])('a command that comes in pieces of %d is one command', (size) => {
  const sent = '*2\r\n$3\r\nGET\r\n$4\r\na\r\nb\r\n*1\r\n$4\r\nPING\r\n';
  const seen: string[][] = [];
  let rest = '';
  for (let at = 0; at < sent.length; at += size) {
    const taken = takeCommands(rest + sent.slice(at, at + size));
    seen.push(...taken.commands);
    rest = taken.rest;
  }
  expect(seen).toEqual([['GET', 'a\r\nb'], ['PING']]);
  expect(rest).toBe('');
});
