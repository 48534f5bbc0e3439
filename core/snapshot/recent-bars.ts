import * as z from 'zod';
import { worstResult, type RoundResult } from '../services/round-result.ts';

/** How many bars of two slots each: an hour at two slots a minute. */
export const BAR_COUNT = 60;

/** A letter a bar, oldest first: u up, g degraded, p partial, d down, - nothing measured. */
const LETTERS = { up: 'u', degraded: 'g', partial: 'p', down: 'd', none: '-' } as const;
const RESULTS = { u: 'up', g: 'degraded', p: 'partial', d: 'down', '-': 'none' } as const;

/** The worst result and the highest latency of each bar, both oldest first. */
export const RecentBars = z.object({
  results: z.string().regex(/^[ugpd-]*$/),
  latencies: z.array(z.number().nullable()),
});
export type RecentBars = z.infer<typeof RecentBars>;

export type RecentRound = { slotMs: number; result: RoundResult; latencyMs: number | null };

/** The start of the first of `BAR_COUNT` bars of which the last one holds `slotMs`. Milliseconds. */
export function firstBarMs(slotMs: number, barMs: number): number {
  return Math.floor(slotMs / barMs) * barMs - (BAR_COUNT - 1) * barMs;
}

/** Bars from `fromMs` on. A bar in which no round measured anything stays empty: no history is invented. */
export function toBars(
  rounds: readonly RecentRound[],
  { fromMs, barMs }: { fromMs: number; barMs: number },
): RecentBars {
  const bars = Array.from({ length: BAR_COUNT }, (): RecentRound[] => []);
  for (const round of rounds) bars[Math.floor((round.slotMs - fromMs) / barMs)]?.push(round);
  return {
    results: bars.map((bar) => LETTERS[worstResult(bar.map(({ result }) => result))]).join(''),
    latencies: bars.map(highestLatency),
  };
}

/** The bars as one round each, so that newer rounds can be added to what was published before. */
export function fromBars(
  { results, latencies }: RecentBars,
  { fromMs, barMs }: { fromMs: number; barMs: number },
): RecentRound[] {
  return parseResults(results).flatMap((result, index) => {
    if (result === 'none') return [];
    return [{ slotMs: fromMs + index * barMs, result, latencyMs: latencies[index] ?? null }];
  });
}

/** The result of each bar, oldest first. */
export function parseResults(letters: string): RoundResult[] {
  return Array.from(letters, (letter) => (isLetter(letter) ? RESULTS[letter] : 'none'));
}

function isLetter(letter: string): letter is keyof typeof RESULTS {
  return Object.hasOwn(RESULTS, letter);
}

function highestLatency(bar: readonly RecentRound[]): number | null {
  const measured = bar.flatMap(({ latencyMs }) => (latencyMs === null ? [] : [latencyMs]));
  return measured.length === 0 ? null : Math.max(...measured);
}
