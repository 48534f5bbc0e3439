import { Redis } from '@upstash/redis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Server } from '../serve.ts';
import { startUpstash } from './start-upstash.ts';
import { redisMissing, startRedisServer } from './testing/start-redis-server.ts';

const token = 'secret';
const skipped = redisMissing === null ? '' : ` (skipped: ${redisMissing})`;

type Stop = () => Promise<void>;

describe('the official client, with the engine behind the endpoint', () => {
  describeClient(async () => [await startUpstash({ token }), async () => undefined]);
});

describe.skipIf(redisMissing !== null)(`the official client, with a real Redis${skipped}`, () => {
  describeClient(async () => {
    const redis = await startRedisServer();
    return [await startUpstash({ token, redisUrl: redis.url }), redis.stop];
  });
});

function describeClient(start: () => Promise<[Server, Stop]>) {
  let server: Server;
  let stopRedis: Stop;

  beforeAll(async () => {
    [server, stopRedis] = await start();
  });

  afterAll(async () => {
    await server.stop();
    await stopRedis();
  });

  function createClient(options: object = {}) {
    return new Redis({ url: server.url, token, enableTelemetry: false, retry: false, ...options });
  }

  test.each([[{}], [{ responseEncoding: false }], [{ enableAutoPipelining: false }]])(
    'reads back what it wrote, with options %j',
    async (options) => {
      const redis = createClient(options);
      expect(await redis.set('text', 'é € 😀\0')).toBe('OK');
      expect(await redis.get('text')).toBe('é € 😀\0');
      expect(await redis.set('object', { up: true })).toBe('OK');
      expect(await redis.get('object')).toEqual({ up: true });
      expect(await redis.get('none')).toBeNull();
    },
  );

  test('a lock is given to one and comes free with its time', async () => {
    const redis = createClient();
    expect(await redis.set('lock', 'one', { nx: true, ex: 60 })).toBe('OK');
    expect(await redis.set('lock', 'two', { nx: true, ex: 60 })).toBeNull();
    expect(await redis.ttl('lock')).toBe(60);
    expect(await redis.del('lock')).toBe(1);
    expect(await redis.set('lock', 'two', { nx: true, px: 60_000 })).toBe('OK');
  });

  test('sorted sets take their options from objects', async () => {
    const redis = createClient();
    const [first, ...others] = [1, 2, 3].map((score) => ({ score, member: `m${score}` }));
    expect(await redis.zadd('zset', first ?? { score: 0, member: '' }, ...others)).toBe(3);
    expect(await redis.zadd('zset', { gt: true, ch: true }, { score: 5, member: 'm1' })).toBe(1);
    expect(await redis.zrange('zset', '(2', '+inf', { byScore: true, withScores: true })).toEqual([
      'm3',
      3,
      'm1',
      5,
    ]);
    expect(await redis.zrange('zset', 0, 0, { rev: true })).toEqual(['m1']);
    expect(await redis.zremrangebyscore('zset', '-inf', '(3')).toBe(1);
    expect(await redis.zcard('zset')).toBe(2);
  });

  test('hashes, lists and sets come in the shapes the client gives them', async () => {
    const redis = createClient();
    await redis.hset('hash', { name: 'shop', count: 3 });
    expect(await redis.hgetall('hash')).toEqual({ name: 'shop', count: 3 });
    expect(await redis.hgetall('none')).toBeNull();
    expect(await redis.rpush('list', 'a', 'b', 'c')).toBe(3);
    expect(await redis.lrange('list', -2, -1)).toEqual(['b', 'c']);
    expect(await redis.lpop('list', 2)).toEqual(['a', 'b']);
    await redis.sadd('set', 'x', 'y');
    expect((await redis.smembers('set')).toSorted()).toEqual(['x', 'y']);
    expect(await redis.mget('none', 'list')).toEqual([null, null]);
  });

  test('a scan finds every key of a pattern', async () => {
    const redis = createClient();
    const keys = Array.from({ length: 25 }, (_, index) => `scan:${index}`).toSorted();
    await Promise.all(keys.map((key) => redis.set(key, 1)));
    const found: string[] = [];
    let cursor = '0';
    do {
      const page = await redis.scan(cursor, { match: 'scan:*', count: 10 });
      cursor = page[0];
      found.push(...page[1]);
    } while (cursor !== '0');
    expect(found.toSorted()).toEqual(keys);
    expect((await redis.keys('scan:*')).toSorted()).toEqual(keys);
  });

  test('a pipeline goes on after a command that fails', async () => {
    const pipeline = createClient().pipeline().set('word', 'x').incr('word').get('word');
    const results = await pipeline.exec({ keepErrors: true });
    expect(results.map(({ result, error }) => error ?? result)).toEqual([
      'OK',
      'ERR value is not an integer or out of range',
      'x',
    ]);
  });

  test('a transaction answers for each of its commands', async () => {
    const multi = createClient().multi().set('total', 1).incrby('total', 4).mget('total', 'none');
    expect(await multi.exec()).toEqual(['OK', 5, [5, null]]);
  });

  test('a transaction with a command that does not exist changes nothing', async () => {
    const redis = createClient();
    const body = JSON.stringify([['set', 'never', '1'], ['nope']]);
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${server.url}/multi-exec`, { method: 'POST', headers, body });
    expect([response.status, await response.json()]).toEqual([
      400,
      { error: 'EXECABORT Transaction discarded because of previous errors.' },
    ]);
    expect(await redis.exists('never')).toBe(0);
  });

  test('what Redis refuses is an error that says so', async () => {
    const redis = createClient();
    await redis.set('word', 'x');
    await expect(redis.incr('word')).rejects.toThrow('ERR value is not an integer or out of range');
    await expect(redis.exec(['lpush', 'word', 'y'])).rejects.toThrow('WRONGTYPE Operation against');
    await expect(redis.exec(['get'])).rejects.toThrow(
      "wrong number of arguments for 'get' command",
    );
  });

  test('a wrong token is refused', async () => {
    const redis = createClient({ token: 'other' });
    await expect(redis.get('a')).rejects.toThrow('WRONGPASS invalid or missing auth token');
  });

  test('the server tells of itself', async () => {
    const redis = createClient();
    expect(await redis.ping()).toBe('PONG');
    expect(await redis.exec(['INFO', 'memory'])).toMatch(/^# Memory\r\nused_memory:\d+\r\n/);
    const [seconds] = await redis.time();
    expect(Math.abs(seconds - Date.now() / 1000)).toBeLessThan(60);
  });

  test('a frame of half a megabyte comes back whole', async () => {
    const redis = createClient({ automaticDeserialization: false });
    const frame = Buffer.alloc(400_000, 'frame').toString('base64');
    await redis.set('frame', frame, { ex: 60 });
    expect(await redis.get('frame')).toBe(frame);
  });
}
