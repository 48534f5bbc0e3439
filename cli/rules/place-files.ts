import { readTime } from '../../core/promql-api/read-time.ts';

/** A file, and the time of the samples in it, in milliseconds. */
export type Placed = { path: string; timeMs: number };

const APART_MS = 60_000;

/** Files named `FILE` or `FILE@TIME`, each with its time: those without one are a minute apart, the last at `endMs`. */
export function placeFiles(names: readonly string[], endMs: number): Placed[] {
  return names.map((name, at) => {
    const cut = name.lastIndexOf('@');
    const timeMs = cut > 0 ? readTime(name.slice(cut + 1)) : null;
    if (timeMs !== null) return { path: name.slice(0, cut), timeMs };
    return { path: name, timeMs: endMs - (names.length - 1 - at) * APART_MS };
  });
}
