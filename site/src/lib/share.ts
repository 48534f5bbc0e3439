import type { State } from './state.ts';

/** What a link to the page shows elsewhere: addresses are absolute, as those who read them want. */
export type Share = { url: string; image: string };

export function toShare(origin: string, state: State): Share {
  return { url: `${origin}/`, image: `${origin}/og/${state}.png` };
}
