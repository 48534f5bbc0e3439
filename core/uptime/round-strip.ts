import * as z from 'zod';
import type { RoundResult } from '../services/round-result.ts';
import { endOfRun, type RoundRun } from './round-run.ts';

/**
 * Rounds as text, small enough to publish: from the slot at `from`, a letter and how many slots it holds for. u up, g
 * degraded, p partial, d down, n a round that measured nothing, x no round: `u120d2x3u19`.
 */
export const RoundStrip = z.object({
  from: z.iso.datetime(),
  intervalSec: z.number().positive(),
  results: z.string().regex(/^([ugpdnx][1-9]\d*)*$/),
});
export type RoundStrip = z.infer<typeof RoundStrip>;

const LETTERS = { up: 'u', degraded: 'g', partial: 'p', down: 'd', none: 'n' } as const;
const RESULTS = new Map<string, RoundResult>([
  ['u', 'up'],
  ['g', 'degraded'],
  ['p', 'partial'],
  ['d', 'down'],
  ['n', 'none'],
]);

/** Runs in the order of their times as strips: another one begins where rounds come in another rhythm. */
export function encodeStrips(runs: readonly RoundRun[]): RoundStrip[] {
  const strips: { fromMs: number; endMs: number; intervalSec: number; parts: Part[] }[] = [];
  for (const run of runs) {
    const { firstMs, intervalSec } = run;
    const open = strips.at(-1);
    const gap = open === undefined ? 0 : (firstMs - open.endMs) / (1000 * open.intervalSec);
    if (open?.intervalSec === intervalSec && gap >= 0 && Number.isInteger(gap)) {
      addPart(open.parts, { letter: 'x', count: gap });
      addPart(open.parts, { letter: LETTERS[run.result], count: run.count });
      open.endMs = endOfRun(run);
    } else {
      const parts = [{ letter: LETTERS[run.result], count: run.count }];
      strips.push({ fromMs: firstMs, endMs: endOfRun(run), intervalSec, parts });
    }
  }
  return strips.map(({ fromMs, intervalSec, parts }) => ({
    from: new Date(fromMs).toISOString(),
    intervalSec,
    results: parts.map(({ letter, count }) => `${letter}${count}`).join(''),
  }));
}

type Part = { letter: string; count: number };

function addPart(parts: Part[], part: Part) {
  const last = parts.at(-1);
  if (part.count === 0) return;
  if (last?.letter === part.letter) last.count += part.count;
  else parts.push(part);
}

/** The runs that strips were made of; slots without a round leave none. */
export function decodeStrips(strips: readonly RoundStrip[]): RoundRun[] {
  return strips.flatMap(decodeStrip);
}

function decodeStrip({ from, intervalSec, results }: RoundStrip): RoundRun[] {
  const runs: RoundRun[] = [];
  let firstMs = Date.parse(from);
  for (const [, letter = '', digits] of results.matchAll(/([a-z])(\d+)/g)) {
    const result = RESULTS.get(letter);
    const run = { firstMs, intervalSec, count: Number(digits) };
    if (result !== undefined) runs.push({ ...run, result });
    firstMs = endOfRun({ ...run, result: 'none' });
  }
  return runs;
}
