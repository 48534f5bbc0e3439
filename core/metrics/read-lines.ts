import { describeForeign } from './describe-foreign.ts';
import { fail, type State } from './exposition-state.ts';
import type { Family } from './family.ts';
import { skipBlanks, type Span } from './find-series-end.ts';
import { readComment } from './read-comment.ts';
import { countLines, countSample, longestLine, readSample } from './read-sample.ts';

const RETURN = 13;
const SPACE = 32;
const HASH = 35;
const UNDERSCORE = 95;
const B = 98;
const C = 99;
const S = 115;
const OPENING = 123;
/** So many characters tell what a text is. */
const ENOUGH = 8192;

/** Reads the lines of `text` up to `end`, where one of them ends. */
export function readLines(state: State, text: string, end: number): void {
  let start = 0;
  while (start < end) {
    if (state.passed !== null) start = passLines(state, state.passed, { text, start, end });
    if (start >= end) return;
    const newline = text.indexOf('\n', start);
    state.line += 1;
    readLine(state, text, { start, end: newline });
    start = newline + 1;
  }
}

/**
 * Passes over the lines of a family that is not kept, and gives where the next one begins. Up to the TYPE line of the
 * next family all lines are its own; where a family without one follows, its name would have to be as long as this one,
 * and begin and end as it does. One that is too long is left to be refused.
 */
function passLines(state: State, family: Family, { text, start, end }: Span & { text: string }) {
  const { length } = family.name;
  const first = family.name.charCodeAt(0);
  const last = family.name.charCodeAt(length - 1);
  const longest = longestLine(state.limits);
  let lines = 0;
  let at = start;
  while (at < end) {
    if (text.charCodeAt(at) !== first || text.charCodeAt(at + length - 1) !== last) break;
    let code = text.charCodeAt(at + length);
    if (code === UNDERSCORE) {
      code = text.charCodeAt(at + length + partLength(text.charCodeAt(at + length + 1)));
    }
    if (code !== OPENING && code !== SPACE) break;
    const newline = text.indexOf('\n', at);
    if (newline - at > longest) break;
    lines += 1;
    at = newline + 1;
  }
  family.passed += lines;
  countLines(state, lines);
  return at;
}

// Of `_bucket`, `_count` and `_sum`, by the letter that they begin with.
function partLength(letter: number): number {
  if (letter === B) return 7;
  if (letter === C) return 6;
  return letter === S ? 4 : 0;
}

function readLine(state: State, text: string, { start, end: newline }: Span) {
  const end = newline > start && text.charCodeAt(newline - 1) === RETURN ? newline - 1 : newline;
  const first = skipBlanks(text, start);
  if (first >= end) return;
  if (!state.hasBegun) refuseForeign(state, text.slice(start, end));
  if (text.charCodeAt(first) === HASH) {
    readComment(state, text.slice(first, end));
    return;
  }
  countSample(state, end - start);
  readSample(state, text, { start, end });
}

/** Names what is no exposition at all by its first line. */
export function refuseForeign(state: State, line: string): void {
  const foreign = describeForeign(line.slice(0, ENOUGH));
  if (foreign !== null) fail(state, foreign);
  state.hasBegun = true;
}
