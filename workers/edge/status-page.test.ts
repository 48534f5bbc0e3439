import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildSnapshot } from '../../core/snapshot/build-snapshot.ts';

const nowMs = Date.parse('2026-11-24T14:00:00Z');
const visit = new Request('https://status.example/');

// A module that is imported anew is an isolate that has seen nothing.
let statusPage: typeof import('./status-page.ts').statusPage;

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.resetModules();
  ({ statusPage } = await import('./status-page.ts'));
});

afterEach(() => vi.restoreAllMocks());

function snapshotAt(generatedMs: number) {
  return buildSnapshot({
    product: { name: 'Shop', url: null },
    judged: [],
    known: new Map(),
    tickMs: generatedMs,
    slotMs: 30_000,
    nowMs: generatedMs,
    watchingSinceMs: generatedMs,
    publishEverySec: 60,
    previousSeq: 0,
  });
}

function toText(value: unknown) {
  return value === null ? null : JSON.stringify(value);
}

/** A store that answers what the test says, and a renderer that counts. */
function open(get: () => Promise<unknown>) {
  const kv = { get: vi.fn(async () => toText(await get())) };
  const render = vi.fn(async () => {
    const headers = { etag: 'W/"7"', 'content-type': 'text/html' };
    return new Response(`<main data-age="0">page ${render.mock.calls.length}</main>`, { headers });
  });
  const serve = (atMs = nowMs, request = visit) =>
    statusPage(request, {
      origin: 'https://status.example',
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the page reads, and nothing else
      kv: kv as unknown as KVNamespace,
      nowMs: atMs,
      render,
      waitUntil: () => {},
    });
  return { kv, render, serve };
}

const good = async () => snapshotAt(nowMs);

test('500 readers at once cause one read and one rendering, and each gets the page with its age', async () => {
  const { kv, render, serve } = open(good);
  const pages = await Promise.all(Array.from({ length: 500 }, () => serve(nowMs + 700)));
  const texts = new Set(await Promise.all(pages.map((page) => page.text())));
  expect([...texts]).toEqual(['<main data-age="00000000700">page 1</main>']);
  expect(kv.get).toHaveBeenCalledTimes(1);
  expect(render).toHaveBeenCalledTimes(1);
});

test('readers within a second are sent the same age, and a later one that of their own moment', async () => {
  const { serve } = open(good);
  const ages = [700, 1_699, 1_700, 400].map(async (ageMs) => {
    const page = await (await serve(nowMs + ageMs)).text();
    return Number(/data-age="(\d+)"/.exec(page)?.[1]);
  });
  expect(await Promise.all(ages)).toEqual([700, 700, 1_700, 400]);
});

test('a page that is being sent keeps the age with which it began', async () => {
  const { serve } = open(good);
  const slow = await serve(nowMs);
  await serve(nowMs + 4_000);
  expect(await slow.text()).toContain('data-age="00000000000"');
});

test('the store is asked again after four seconds, and the page rendered again only when it changed', async () => {
  const { kv, render, serve } = open(good);
  await serve();
  await serve(nowMs + 3_999);
  expect(kv.get).toHaveBeenCalledTimes(1);
  await serve(nowMs + 4_000);
  expect(kv.get).toHaveBeenCalledTimes(2);
  expect(render).toHaveBeenCalledTimes(1);
});

test('a page is rendered anew when its data grows stale', async () => {
  const { render, serve } = open(good);
  await serve();
  await serve(nowMs + 301_000);
  expect(render).toHaveBeenCalledTimes(2);
});

test.each<[string, () => Promise<unknown>]>([
  ['throws', async () => Promise.reject(new Error('KV GET failed: 500'))],
  ['returns null', async () => null],
  ['holds nonsense', async () => ({ v: 0 })],
  ['is 70 seconds behind', async () => snapshotAt(nowMs - 70_000)],
  ['hangs', () => new Promise(() => {})],
])('a warm isolate serves its page while the store %s', async (_fault, broken) => {
  let answer: () => Promise<unknown> = good;
  const { serve } = open(() => answer());
  await serve();
  answer = broken;
  const page = await serve(nowMs + 60_000);
  expect(page.status).toBe(200);
  expect(await page.text()).toBe('<main data-age="00000060000">page 1</main>');
});

test('a cold isolate whose store fails says that nothing is known', async () => {
  const { serve } = open(async () => Promise.reject(new Error('KV GET failed: 500')));
  await expect(serve()).rejects.toThrow('The snapshot store gave no answer');
});

test('a page that cannot be rendered leaves the one before it', async () => {
  let newest = snapshotAt(nowMs);
  const { render, serve } = open(async () => newest);
  await serve();
  newest = snapshotAt(nowMs + 60_000);
  render.mockRejectedValueOnce(new Error('The page ended with status 500'));
  const page = await serve(nowMs + 60_000);
  expect(page.status).toBe(200);
  // Its age is its own, not that of the data it could not show.
  expect(await page.text()).toBe('<main data-age="00000060000">page 1</main>');
});

test.each([
  ['W/"7"', 304],
  ['"7"', 304],
  ['W/"6", W/"7"', 304],
  ['*', 304],
  ['W/"6"', 200],
])('a reader who has %s is answered %i', async (known, status) => {
  const { serve } = open(good);
  const request = new Request(visit, { headers: { 'if-none-match': known } });
  expect((await serve(nowMs, request)).status).toBe(status);
});

test('a query string, a cookie and HEAD change nothing of the page', async () => {
  const { render, serve } = open(good);
  await serve(nowMs, new Request('https://status.example/?utm=1', { headers: { cookie: 'a=b' } }));
  const head = await serve(nowMs, new Request(visit, { method: 'HEAD' }));
  expect(head.headers.get('etag')).toBe('W/"7"');
  expect(await head.text()).toBe('');
  expect(render).toHaveBeenCalledTimes(1);
  expect(render).toHaveBeenCalledWith(expect.objectContaining({ url: 'https://status.example/' }));
});

test('while the store fails a warm isolate waits for it once, not with every reader', async () => {
  let answer: () => Promise<unknown> = good;
  const { kv, serve } = open(() => answer());
  await serve();
  answer = async () => Promise.reject(new Error('KV GET failed: 500'));
  for (let reader = 0; reader < 20; reader += 1) await serve(nowMs + 10_000 + reader);
  expect(kv.get).toHaveBeenCalledTimes(2);
});

test('a page that is never finished leaves the one before it', async () => {
  let newest = snapshotAt(nowMs);
  const { render, serve } = open(async () => newest);
  await serve();
  newest = snapshotAt(nowMs + 60_000);
  render.mockReturnValueOnce(new Promise(() => {}));
  expect(await (await serve(nowMs + 60_000)).text()).toContain('page 1');
});
