import type { State } from './state.ts';

/** The shape of each state on a field of 16 by 16: it tells the state without its colour. */
export const SHAPES: Record<State, string> = {
  up: '<path d="M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0M3.6 8.2 5 6.8l2.1 2.1L11 5l1.4 1.4-5.3 5.3Z"/>',
  degraded: '<path d="M8 .5 16 15.5H0ZM7 6h2v4.5H7Zm0 5.7h2v2H7Z"/>',
  down: '<path d="M.5.5h15v15H.5ZM8 6.6 5.2 3.8 3.8 5.2 6.6 8l-2.8 2.8 1.4 1.4L8 9.4l2.8 2.8 1.4-1.4L9.4 8l2.8-2.8-1.4-1.4Z"/>',
  unknown:
    '<g fill="none" stroke="currentColor" stroke-width="1.6"><circle cx="8" cy="8" r="7" stroke-dasharray="3 1.4"/><path d="M5.9 6.4a2.1 2.1 0 1 1 3.1 1.8q-1 .5-1 1.4M8 11v1.4"/></g>',
};

// Legible on light and on dark tabs.
const COLORS: Record<State, string> = { up: '098', degraded: 'c70', down: 'd22', unknown: '888' };

/** The icon of a state for the browser's tab, as a data URI. */
export function iconHref(state: State): string {
  const color = `#${COLORS[state]}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 18 18" fill="${color}" color="${color}" fill-rule="evenodd">${SHAPES[state]}</svg>`;
  return `data:image/svg+xml,${svg.replaceAll('"', "'").replace(/[#<>]/g, encodeURIComponent)}`;
}
