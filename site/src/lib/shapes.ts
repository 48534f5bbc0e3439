import type { State } from './state.ts';

/** The shape of each state on a field of 16 by 16: it tells the state without its colour. */
export const SHAPES: Record<State, string> = {
  up: "<path d='M8 0a8 8 0 0 0 0 16A8 8 0 0 0 8 0M3.5 8 5 6.5l2 2L11 5l1.5 1.5L7 12Z'/>",
  degraded: "<path d='M8 0 16 15H0ZM7 6h2v4H7Zm0 5h2v2H7Z'/>",
  down: "<path d='M0 0h16v16H0ZM8 6.5l-3-3L3.5 5l3 3-3 3L5 12.5l3-3 3 3 1.5-1.5-3-3 3-3L11 3.5Z'/>",
  maintenance: "<path d='M8 0 16 8 8 16 0 8ZM5 5v6h2V5ZM9 5v6h2V5Z'/>",
  unknown:
    "<path fill='none' stroke='currentColor' stroke-width='1.6' stroke-dasharray='3 1.4' d='M8 1a7 7 0 0 0 0 14A7 7 0 0 0 8 1'/><path d='M7 11h2v2H7ZM5 7h2q0-2 1-2t1 1-2 2v2h2V9q2-1 2-3T8 3 5 7'/>",
};

// Legible on light and on dark tabs.
const COLORS: Record<State, string> = {
  up: '098',
  degraded: 'c70',
  down: 'd22',
  maintenance: '66d',
  unknown: '888',
};

/** The icon of a state for the browser's tab, as a data URI. */
export function iconHref(state: State): string {
  const color = `#${COLORS[state]}`;
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='-1 -1 18 18' fill='${color}' fill-rule='evenodd'>${SHAPES[state].replace('currentColor', color)}</svg>`;
  return `data:image/svg+xml,${svg.replaceAll('#', '%23')}`;
}
