import { perlSet, negate, unicodeSet, type CharSet } from './char-set.ts';
import { isDone, match, next, type Reader } from './reader.ts';
import { RegexError, type Assertion } from './regex-node.ts';

type Escape =
  | { kind: 'code'; code: number }
  | { kind: 'set'; set: CharSet }
  | { kind: 'assert'; assertion: Assertion };

const ASSERTIONS: Record<string, Assertion> = {
  A: 'text-start',
  z: 'text-end',
  b: 'word',
  B: 'no-word',
};
const CONTROLS: Record<string, number> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

/** Reads what follows a backslash; `start` is where the backslash is. */
export function parseEscape(reader: Reader, start: number): Escape {
  if (isDone(reader)) throw new RegexError('trailing backslash at end of expression', '');
  const code = parseCode(reader);
  if (code !== null) return { kind: 'code', code };
  const letter = String.fromCodePoint(next(reader));
  const assertion = ASSERTIONS[letter];
  if (assertion) return { kind: 'assert', assertion };
  const set = perlSet(letter) ?? parseUnicode(reader, letter);
  if (set) return { kind: 'set', set };
  if (/^[^\w\s]$/u.test(letter) && letter < '\u0080') {
    return { kind: 'code', code: letter.charCodeAt(0) };
  }
  throw new RegexError('invalid escape sequence', reader.text.slice(start, reader.offset));
}

function parseCode(reader: Reader): number | null {
  const hex = match(reader, /x(?:[0-9a-fA-F]{2}|\{[0-9a-fA-F]+\})/y);
  if (hex !== null) {
    const code = parseInt(hex.replace('x{', 'x').slice(1), 16);
    if (code > 0x10_ff_ff) throw new RegexError('invalid escape sequence', `\\${hex}`);
    return code;
  }
  // \1 alone would be a reference back.
  const octal = match(reader, /0[0-7]{0,2}|[1-7][0-7]{1,2}/y);
  if (octal !== null) return parseInt(octal, 8);
  const control = match(reader, /[afnrtv]/y);
  return control === null ? null : (CONTROLS[control] ?? null);
}

function parseUnicode(reader: Reader, letter: string): CharSet | undefined {
  if (letter !== 'p' && letter !== 'P') return undefined;
  const written = match(reader, /\{\^?\w+\}|[A-Z]/y);
  const name = written?.replaceAll(/[{}^]/g, '') ?? '';
  const set = unicodeSet(name);
  if (!set) throw new RegexError('invalid character class range', `\\${letter}${written ?? ''}`);
  return (letter === 'P') === written?.startsWith('{^') ? set : negate(set);
}
