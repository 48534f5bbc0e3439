import type { RoundResult } from '../../services/round-result.ts';
import type { Uptime } from '../compute-uptime.ts';
import type { SlotRound } from '../slot-round.ts';
import type { UptimeFile } from './uptime-file.ts';

const RESULTS: Record<string, RoundResult> = {
  u: 'up',
  g: 'degraded',
  p: 'partial',
  d: 'down',
  '-': 'none',
};
const STATES = {
  operational: 'u',
  degraded: 'g',
  partial_outage: 'p',
  major_outage: 'd',
  maintenance: 'm',
  unknown: '?',
} as const;

export const START_MS = Date.parse('2026-11-24T00:00:00Z');
export const SLOT_MS = 60_000;

/** The time that many slots after the start, as ISO. */
export function atSlot(slots: number): string {
  return new Date(START_MS + slots * SLOT_MS).toISOString();
}

/** A slot per letter: u up, g degraded, p partial, d down, - a round that measured nothing, . no round. */
export function toRounds(letters: string): SlotRound[] {
  return Array.from(letters).flatMap((letter, slot) => {
    const result = RESULTS[letter];
    return result ? [{ slotMs: START_MS + slot * SLOT_MS, result, latencyMs: null }] : [];
  });
}

/** A file over the slots of these letters. */
export function toFile(letters: string, changes: Partial<UptimeFile> = {}): UptimeFile {
  return {
    window: { from: atSlot(0), to: atSlot(letters.length) },
    maintenance: [],
    rounds: toRounds(letters).map(({ slotMs, result }) => ({
      at: new Date(slotMs).toISOString(),
      result,
    })),
    rules: {},
    ...changes,
  };
}

/** A letter per slot, of the state at its start: as above, with m maintenance and ? unknown. */
export function toLetters(intervals: Uptime['intervals']): string {
  return intervals
    .map(({ state, from, to }) => {
      const slots = (Date.parse(to) - Date.parse(from)) / SLOT_MS;
      return STATES[state].repeat(Math.ceil(slots));
    })
    .join('');
}
