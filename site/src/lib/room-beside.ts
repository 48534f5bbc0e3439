import type { Board } from './board.ts';
import { openRoom, type Room } from './room.ts';
import type { ServiceCard } from './service-card.ts';

/** Bytes beside a board of services that are all up, so that the whole stays within 4 KB of HTML, gzipped. */
const ROOM = 1_350;
/** What a run of equal bars takes in a strip, and what else is not the same on every card: a word, a mark, a number. */
const RUN = 1.9;
const OTHER = 9;

/** The room that the board leaves for what people write, for lists of trouble and for the past. */
export function roomBeside({ cards }: Board): Room {
  return openRoom(cards.reduce((left, card) => left - bytesOf(card), ROOM));
}

function bytesOf({ strip, marks, state, uptime }: ServiceCard): number {
  const runs = strip.map(({ path }) => path.split('h').length - 1);
  const others = [
    ...marks,
    ...(state === 'up' ? [] : [state]),
    ...(uptime?.coverage ? [uptime] : []),
  ];
  return RUN * runs.reduce((sum, count) => sum + count, 0) + OTHER * others.length;
}
