import { expect, test } from 'vitest';
import type { Trouble } from '../../../core/snapshot/day-bars.ts';
import { fitRows } from './fit-rows.ts';
import { openRoom } from './room.ts';
import { toServiceCard } from './service-card.ts';
import { generatedMs, service } from './snapshot.fixture.ts';

/** A card with troubles on so many days before, newest first. */
function card(daysAgo: readonly number[], older = 0) {
  const troubles: Trouble[] = daysAgo.map((ago) => ({
    state: 'degraded',
    from: new Date(generatedMs - ago * 86_400_000).toISOString(),
    to: null,
  }));
  const days = { states: 'g', troubles, older };
  const options = { fromMs: 0, barSec: 60, isOld: false, hasDays: true, isInWork: false };
  return toServiceCard(service('Redis cache', { days }), options);
}

const fit = (cards: ReturnType<typeof card>[], bytes = 10_000) =>
  fitRows(cards, openRoom(bytes)).map(({ recent }) => [recent.troubles.length, recent.older]);

test('the newest 24 stretches of the page are shown, of whichever service', () => {
  const many = Array.from({ length: 20 }, (_, index) => index);
  const often = card(many.map((ago) => ago * 2));
  const seldom = card([1, 3, 60]);
  expect(fit([often, seldom])).toEqual([
    [20, 0],
    [3, 0],
  ]);
  expect(fit([often, card(many), seldom])).toEqual([
    [8, 12],
    [14, 6],
    [2, 1],
  ]);
});

test('those left out are counted with those that were not published', () => {
  expect(fit([card([1, 2, 3], 7)], 65)).toEqual([[2, 8]]);
});

test('a page without room shows none', () => {
  expect(fit([card([1, 2])], 10)).toEqual([[0, 2]]);
});
