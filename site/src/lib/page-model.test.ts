import { expect, test } from 'vitest';
import { toPageModel } from './page-model.ts';
import { generatedMs, service, snapshot } from './snapshot.fixture.ts';

const fresh = generatedMs + 24_000;
const tooLate = generatedMs + 300_001;

test('a fresh page tells the state in banner, tab and icon', () => {
  const { banner, tab, isOld } = toPageModel(snapshot(), fresh);
  expect(isOld).toBe(false);
  expect(banner).toMatchObject({ state: 'up', stamp: { words: '14:25:07' } });
  expect(tab.title).toBe('All systems operational – KTBlog status');
  expect(tab.icon).toContain("fill='%23098'");
});

test('data at its limit is still believed, and a moment later no more', () => {
  expect(toPageModel(snapshot(), generatedMs + 300_000).isOld).toBe(false);
  expect(toPageModel(snapshot(), tooLate).isOld).toBe(true);
});

test('a page made of old data claims nothing about now', () => {
  const { banner, board, later } = toPageModel(snapshot(), tooLate);
  expect(banner).toMatchObject({ state: 'unknown', title: 'Last heard at 14:25 UTC' });
  expect(board?.cards.map(({ word }) => word)).toEqual(['was Operational', 'was Operational']);
  expect(board?.axis).toEqual({ start: '13:26', end: '14:25 UTC' });
  expect(later).toBeNull();
});

test('a page knows what it will say when it grows old, and says the same as the server then', () => {
  const later = toPageModel(snapshot(), fresh).later;
  const { banner, tab } = toPageModel(snapshot(), tooLate);
  expect(later).toEqual({ banner, tab });
});

test('data of another day has its day', () => {
  const { banner } = toPageModel(snapshot(), generatedMs + 86_400_000);
  expect(banner.title).toBe('Last heard on 24 Nov 2026 at 14:25 UTC');
});

test('before the first result there is nothing to keep fresh, and the page says so', () => {
  const services = [service('API server', { status: 'UNKNOWN', lastCheckedAt: null })];
  const waiting = toPageModel(snapshot({ services, overall: 'UNKNOWN' }), fresh);
  const first = toPageModel(null, fresh);
  expect([waiting.banner.title, waiting.live]).toEqual(['Nothing measured yet', null]);
  expect([first.banner.title, first.live, first.board]).toEqual([waiting.banner.title, null, null]);
});

test.each([
  ['https://ktblog.example', 'https://ktblog.example'],
  ['javascript:alert(1)', null],
  [null, null],
])('the product at %s is linked to as %s', (url, expected) => {
  const page = toPageModel(snapshot({ product: { name: 'KTBlog', url } }), fresh);
  expect(page.product.url).toBe(expected);
});

test('a word from the people on duty stands above, with its time', () => {
  const banner = {
    text: 'Please don’t pay twice.',
    setAt: '2026-11-24T14:16:00.000Z',
    until: null,
  };
  expect(toPageModel(snapshot({ banner }), fresh).notice).toEqual({
    text: 'Please don’t pay twice.',
    at: { iso: null, words: '14:16' },
  });
  expect(toPageModel(snapshot(), fresh).notice).toBeNull();
});
