import { negate, posixSet, type CharSet } from './char-set.ts';
import { parseEscape } from './parse-escape.ts';
import { isDone, match, next, sees, take, type Reader } from './reader.ts';
import { RegexError } from './regex-node.ts';

/** Reads the class whose `[`, at `start`, is passed. */
export function parseClass(reader: Reader, start: number): CharSet {
  const isNegated = take(reader, '^');
  const sets: CharSet[] = [];
  // A bracket that comes first closes nothing.
  for (let isFirst = true; isFirst || !take(reader, ']'); isFirst = false) {
    if (isDone(reader)) throw new RegexError('missing closing ]', reader.text.slice(start));
    sets.push(parsePosix(reader) ?? parseItem(reader));
  }
  const union: CharSet = (code) => sets.some((set) => set(code));
  return isNegated ? negate(union) : union;
}

function parsePosix(reader: Reader): CharSet | null {
  const written = match(reader, /\[:\^?\w+:\]/y);
  if (written === null) return null;
  const set = posixSet(written.slice(2, -2));
  if (!set) throw new RegexError('invalid character class range', written);
  return set;
}

function parseItem(reader: Reader): CharSet {
  const start = reader.offset;
  const low = parseBound(reader);
  if (typeof low !== 'number') return low;
  if (!sees(reader, '-') || sees(reader, '-]')) return (code) => code === low;
  take(reader, '-');
  const high = isDone(reader) ? low : parseBound(reader);
  if (typeof high !== 'number' || high < low) {
    const part = reader.text.slice(start, reader.offset);
    throw new RegexError('invalid character class range', part);
  }
  return (code) => code >= low && code <= high;
}

function parseBound(reader: Reader): number | CharSet {
  const start = reader.offset;
  if (!take(reader, '\\')) return next(reader);
  const escape = parseEscape(reader, start);
  if (escape.kind === 'code') return escape.code;
  if (escape.kind === 'set') return escape.set;
  throw new RegexError('invalid escape sequence', reader.text.slice(start, reader.offset));
}
