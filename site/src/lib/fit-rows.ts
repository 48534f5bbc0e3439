import type { Trouble } from './recent.ts';
import type { Room } from './room.ts';
import type { ServiceCard } from './service-card.ts';

/** Rows on the whole page, and what one takes in bytes, gzipped: the first of a service brings its table. */
const MOST_ROWS = 24;
const FIRST_ROW = 44;
const ROW = 18;

/** The cards with the newest stretches of trouble on the page, as far as there is room; those left out are counted. */
export function fitRows(cards: readonly ServiceCard[], room: Room): ServiceCard[] {
  const newestFirst = cards
    .flatMap((card, index) => card.recent.troubles.map(({ fromMs }) => ({ index, fromMs })))
    .toSorted((a, b) => b.fromMs - a.fromMs);
  const shown = cards.map((): Trouble[] => []);
  for (const { index } of newestFirst.slice(0, MOST_ROWS)) {
    const rows = shown[index] ?? [];
    const next = cards[index]?.recent.troubles[rows.length];
    if (next === undefined || !room.take(rows.length === 0 ? FIRST_ROW : ROW)) break;
    rows.push(next);
  }
  return cards.map((card, index) => cut(card, shown[index] ?? []));
}

function cut(card: ServiceCard, troubles: Trouble[]): ServiceCard {
  const { recent } = card;
  const older = recent.older + recent.troubles.length - troubles.length;
  return { ...card, recent: { ...recent, troubles, older } };
}
