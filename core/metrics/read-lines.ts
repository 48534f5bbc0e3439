import { describeForeign } from './describe-foreign.ts';
import { fail, type State } from './exposition-state.ts';
import type { Family } from './family.ts';
import { skipBlanks, type Span } from './find-series-end.ts';
import { readComment } from './read-comment.ts';
import { countSample, readSample } from './read-sample.ts';

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
    const newline = text.indexOf('\n', start);
    state.line += 1;
    const { passed } = state;
    if (passed !== null && isPassed(passed, text, start)) {
      countSample(state, newline - start);
      passed.passed += 1;
    } else readLine(state, text, { start, end: newline });
    start = newline + 1;
  }
}

/**
 * Whether this is a line of the family that is being passed over. Up to the TYPE line of the next family all lines are
 * its own; where a family without one follows, its name would have to be as long as this one, and
 * begin and end as it does.
 */
function isPassed({ name }: Family, text: string, start: number): boolean {
  let after = start + name.length;
  if (text.charCodeAt(start) !== name.charCodeAt(0)) return false;
  if (text.charCodeAt(after - 1) !== name.charCodeAt(name.length - 1)) return false;
  if (text.charCodeAt(after) === UNDERSCORE) after += partLength(text.charCodeAt(after + 1));
  const code = text.charCodeAt(after);
  return code === OPENING || code === SPACE;
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
