import { expect, test } from 'vitest';
import { toLiveData } from './live-data.ts';
import { generatedMs, snapshot } from './snapshot.fixture.ts';

test.each([
  [30, 60_000],
  [60, 60_000],
  [2, 4_000],
  [0.25, 1_000],
])('a page whose services are checked every %d s asks again after %i ms', (checkEverySec, ms) => {
  expect(toLiveData(snapshot({ checkEverySec }), generatedMs)['data-every']).toBe(ms);
});

test('the version changes when the data grows old', () => {
  const tagAt = (nowMs: number) => toLiveData(snapshot(), nowMs)['data-tag'];
  expect([tagAt(generatedMs), tagAt(generatedMs + 300_001)]).toEqual(['W/"7"', 'W/"7-stale"']);
});

test('the age of the data goes by the clock of the server', () => {
  expect(toLiveData(snapshot(), generatedMs + 24_000)).toMatchObject({
    'data-at': generatedMs,
    'data-age': 24_000,
    'data-max': 300_000,
  });
});
