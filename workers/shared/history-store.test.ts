import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { HistorySnapshot } from '../../core/snapshot/history-snapshot.ts';

const nowMs = Date.parse('2026-11-24T14:00:00Z');

// A module that is imported anew is an isolate that has seen nothing.
let loadHistory: typeof import('./history-store.ts').loadHistory;

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.resetModules();
  ({ loadHistory } = await import('./history-store.ts'));
});

afterEach(() => vi.restoreAllMocks());

function history(seq: number): HistorySnapshot {
  const medians = { timeToKnowSec: null, timeToPublishSec: null, timeToResolveSec: null };
  const generatedAt = new Date(seq).toISOString();
  return { v: 1, seq, generatedAt, incidents: [], maintenance: [], medians };
}

function open(get: () => Promise<unknown>) {
  const kv = { get: vi.fn(async () => JSON.stringify(await get())) };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is read, and nothing else
  const load = (atMs = nowMs) => loadHistory(kv as unknown as KVNamespace, atMs);
  return { kv, load };
}

const fails = async () => Promise.reject(new Error('KV GET failed: 500'));

test('the store is asked again after four seconds', async () => {
  const { kv, load } = open(async () => history(nowMs));
  await load();
  await load(nowMs + 3_999);
  expect(kv.get).toHaveBeenCalledTimes(1);
  await load(nowMs + 4_000);
  expect(kv.get).toHaveBeenCalledTimes(2);
});

test.each<[string, () => Promise<unknown>]>([
  ['throws', fails],
  ['holds nonsense', async () => ({ v: 0 })],
  ['is behind', async () => history(nowMs - 60_000)],
])('what was read is given while the store %s', async (_fault, broken) => {
  let answer: () => Promise<unknown> = async () => history(nowMs);
  const { load } = open(() => answer());
  await load();
  answer = broken;
  expect(await load(nowMs + 60_000)).toEqual(history(nowMs));
});

test('without anything read before, a store that fails is said to be away', async () => {
  const { load } = open(fails);
  await expect(load()).rejects.toThrow('The history store gave no answer');
});
