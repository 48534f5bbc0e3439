import type { CharSet } from './char-set.ts';

export type Assertion = 'text-start' | 'text-end' | 'line-start' | 'line-end' | 'word' | 'no-word';

/** What a regular expression says. `literal` is the code point of a set that is one character. */
export type RegexNode =
  | { kind: 'set'; set: CharSet; literal: number | null }
  | { kind: 'assert'; assertion: Assertion }
  | { kind: 'sequence'; nodes: readonly RegexNode[] }
  | { kind: 'choice'; nodes: readonly RegexNode[] }
  | { kind: 'group'; node: RegexNode; index: number }
  | { kind: 'repeat'; node: RegexNode; min: number; max: number; greedy: boolean };

/** A pattern that is read; `names` are those of its groups, the first group is 1. */
export type ParsedRegex = { node: RegexNode; names: readonly (string | null)[] };

/** Why a pattern is none, as RE2 says it. */
export class RegexError extends Error {
  override readonly name = 'RegexError';

  constructor(reason: string, part: string) {
    super(`error parsing regexp: ${reason}: \`${part}\``);
  }
}
