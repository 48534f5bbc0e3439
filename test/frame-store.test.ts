// One contract for whatever keeps frames: Upstash as the local stack speaks it, with its own engine and with a real Redis
// behind it, and the fake that other tests use. And what becomes of a store that fails.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startUpstash } from '../dev/stack/upstash/start-upstash.ts';
import { redisMissing, startRedisServer } from '../dev/stack/upstash/testing/start-redis-server.ts';
import { openUpstash } from '../workers/monitor/upstash.ts';
import { openFrameStore, type FrameStore } from '../workers/monitor/window/frame-store.ts';
import { createFakeStore } from '../workers/monitor/window/testing/fake-store.ts';
import { startOddServer } from './odd-server.ts';

const TOKEN = 'secret';
const skipped = redisMissing === null ? '' : ` (skipped: ${redisMissing})`;

/** `wait` moves the store's clock, where it has one of its own. */
type Started = {
  store: FrameStore;
  wait: (ms: number) => Promise<void>;
  stop: () => Promise<void>;
};

describeStore('the fake', async () => {
  let nowMs = 0;
  const store = createFakeStore(() => nowMs);
  return { store, wait: async (ms) => void (nowMs += ms), stop: async () => {} };
});

describeStore('Upstash with the engine of the local stack', async () => {
  let nowMs = Date.now();
  const server = await startUpstash({ token: TOKEN, now: () => nowMs });
  const store = openFrameStore(openUpstash(server.url, TOKEN));
  return { store, wait: async (ms) => void (nowMs += ms), stop: server.stop };
});

describe.skipIf(redisMissing !== null)(`with a real Redis${skipped}`, () => {
  describeStore('Upstash with a real Redis', async () => {
    const redis = await startRedisServer();
    const server = await startUpstash({ token: TOKEN, redisUrl: redis.url });
    const store = openFrameStore(openUpstash(server.url, TOKEN));
    const stop = async () => {
      await server.stop();
      await redis.stop();
    };
    return { store, wait: async () => {}, stop };
  });
});

function describeStore(name: string, start: () => Promise<Started>) {
  describe(`frames are kept: ${name}`, () => {
    let started: Started;
    beforeAll(async () => {
      started = await start();
    });
    afterAll(() => started.stop());

    const write = (key: string, text: string, onlyIfFree = true) => ({
      key,
      text,
      ttlSec: 60,
      onlyIfFree,
    });

    test('the first text of a key stays, and whoever comes second is told', async () => {
      const { store } = started;
      expect(await store.exchange([write('a', 'one')], [])).toEqual({ written: [true], texts: [] });
      expect(await store.exchange([write('a', 'two')], ['a'])).toEqual({
        written: [false],
        texts: ['one'],
      });
    });

    test('of many at once one is first, and all read the same', async () => {
      const { store } = started;
      const all = await Promise.all(
        Array.from({ length: 8 }, (_, at) => store.exchange([write('race', `${at}`)], ['race'])),
      );
      expect(all.filter(({ written }) => written[0])).toHaveLength(1);
      expect(new Set(all.map(({ texts }) => texts[0])).size).toBe(1);
    });

    test('a text that may be written again is', async () => {
      const { store } = started;
      await store.exchange([write('b', 'one', false)], []);
      expect(await store.exchange([write('b', 'two', false)], ['b'])).toEqual({
        written: [true],
        texts: ['two'],
      });
    });

    test('what is not there is null, in the order that was asked for', async () => {
      const { store } = started;
      const writes = [write('c', 'x'), write('d', 'y')];
      expect(await store.exchange(writes, ['d', 'none', 'c'])).toEqual({
        written: [true, true],
        texts: ['y', null, 'x'],
      });
    });

    test('any text comes back as it was', async () => {
      const { store } = started;
      const texts = ['{"v":1,"n":12}', '12', 'null', '', 'é 😀 "\\\n', 'x'.repeat(200_000)];
      const writes = texts.map((text, at) => write(`text:${at}`, text));
      const keys = writes.map(({ key }) => key);
      expect((await store.exchange(writes, keys)).texts).toEqual(texts);
    });

    test('a text goes with its time, and not before', async () => {
      const { store, wait } = started;
      await store.exchange([{ ...write('e', 'x'), ttlSec: 1 }], []);
      expect((await store.exchange([], ['e'])).texts).toEqual(['x']);
      await wait(1_100);
      const read = async () => (await store.exchange([], ['e'])).texts;
      await expect.poll(read, { timeout: 5_000 }).toEqual([null]);
      expect((await store.exchange([write('e', 'y')], ['e'])).texts).toEqual(['y']);
    });

    test('nothing to do asks nobody', async () => {
      expect(await started.store.exchange([], [])).toEqual({ written: [], texts: [] });
    });
  });
}

describe('a store that fails is an error, never an answer', () => {
  const write = { key: 'a', text: 'x', ttlSec: 60, onlyIfFree: true };

  test.each(['refuse', 'hang', '500', 'cut'] as const)('%s', async (mode) => {
    const server = await startUpstash({ token: TOKEN });
    const store = openFrameStore(openUpstash(server.url, TOKEN));
    await server.setFault(mode);
    const text = 'what was written';
    const failed = store.exchange([{ ...write, text }], ['a']);
    await expect(failed).rejects.toThrow(/\S/);
    await expect(failed).rejects.not.toThrow(text);
    await server.setFault('ok');
    await server.stop();
  });

  test('a wrong token', async () => {
    const server = await startUpstash({ token: TOKEN });
    const store = openFrameStore(openUpstash(server.url, 'other'));
    await expect(store.exchange([write], ['a'])).rejects.toThrow('WRONGPASS');
    await server.stop();
  });

  const answers = [
    ['HTML', 'html'],
    ['a text', 'text'],
    ['nothing', 'empty'],
    ['half of JSON', 'half-json'],
    ['one reply too few', asPath([{ result: 'OK' }])],
    ['a text in place of texts', asPath([{ result: 'OK' }, { result: 'x' }])],
    ['a text too few', asPath([{ result: 'OK' }, { result: [] }])],
    ['a number in place of a text', asPath([{ result: 'OK' }, { result: [5] }])],
    ['another word for OK', asPath([{ result: 'QUEUED' }, { result: ['x'] }])],
    ['one command that failed', asPath([{ result: 'OK' }, { error: 'ERR no' }])],
    ['no list', asPath({ result: 'OK' })],
  ];

  function asPath(answer: unknown): string {
    return `json/${encodeURIComponent(JSON.stringify(answer))}`;
  }

  test.each(answers)('an answer of status 200 with %s', async (_, path) => {
    const server = await startOddServer();
    const store = openFrameStore(openUpstash(`${server.url}/${path}`, TOKEN));
    await expect(store.exchange([write], ['a'])).rejects.toThrow(/\S/);
    await server.stop();
  });
});
