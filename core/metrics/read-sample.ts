import { fail, type Limits, type State } from './exposition-state.ts';
import { familyOf, type Family } from './family.ts';
import { findSeriesEnd, skipBlanks, type Span } from './find-series-end.ts';
import { copyText, countBytes } from './own-text.ts';
import { readSeries } from './read-series.ts';
import { readValue } from './read-value.ts';
import { addText } from './series-index.ts';

const OPENING = 123;

/** Room in a line for a value, a time and an exemplar. */
const BESIDE_SERIES = 1024;

export function longestLine({ seriesBytes }: Limits): number {
  return seriesBytes + BESIDE_SERIES;
}

/** Counts a line that holds a sample, kept or not. */
export function countSample(state: State, lineLength: number): void {
  const { limits } = state;
  if (lineLength > longestLine(limits)) {
    fail(state, `a series of more than ${limits.seriesBytes} bytes`);
  }
  state.sampleCount += 1;
  if (state.sampleCount > limits.samples) fail(state, `more than ${limits.samples} samples`);
  state.hasEnded = false;
}

/** Counts lines that were passed over, a sample in each. */
export function countLines(state: State, lines: number): void {
  if (lines === 0) return;
  const { samples } = state.limits;
  state.line += lines;
  state.sampleCount += lines;
  state.hasEnded = false;
  if (state.sampleCount <= samples) return;
  // Back to the first that is too many.
  state.line -= state.sampleCount - samples - 1;
  fail(state, `more than ${samples} samples`);
}

/** Reads the line of a sample; of a family that is not kept, only its name. */
export function readSample(state: State, text: string, span: Span): void {
  const { index } = state;
  const guess = index.next[state.previous] ?? 0;
  const known = index.texts[guess] ?? '';
  const number = guess !== 0 && isAt(known, text, span) ? guess : findNumber(state, text, span);
  const name = index.names[number ?? 0] ?? '';
  const family = number === null || name === state.name ? state.family : enter(state, name);
  if (family === null) return;
  if (number === null || !family.isWanted) {
    family.passed += 1;
    return;
  }
  if (number !== guess) index.next[state.previous] = number;
  state.previous = number;
  const length = index.texts[number]?.length ?? 0;
  const start = number === guess ? span.start : skipBlanks(text, span.start);
  readValue(state, text, { start: start + length, end: span.end });
}

// What stands before the value may be the beginning of a longer name, or of a name whose braces follow a blank.
function isAt(known: string, text: string, { start, end }: Span): boolean {
  const after = start + known.length;
  if (after >= end || text.slice(start, after) !== known) return false;
  const next = skipBlanks(text, after);
  return next > after && text.charCodeAt(next) !== OPENING;
}

function enter(state: State, name: string): Family {
  const family = familyOf(state.families, name);
  family.type ??= 'untyped';
  state.name = name;
  state.family = family;
  return family;
}

/** The number of the text of this series, which is added to the index if it is new. Null: its family is not kept. */
function findNumber(state: State, text: string, span: Span): number | null {
  const { index, limits } = state;
  const start = skipBlanks(text, span.start);
  const { nameEnd, seriesEnd } = findSeriesEnd(text, { start, end: span.end });
  // Names in braces are read with their labels.
  if (nameEnd > start && !enter(state, text.slice(start, nameEnd)).isWanted) return null;
  const series = text.slice(start, seriesEnd);
  const known = index.numbers.get(series);
  if (known !== undefined) return known;
  const own = copyText(series);
  const read = readSeries(own, 0, limits.labels);
  if (read.kind === 'problem') fail(state, read.reason);
  if (read.end < own.length)
    fail(state, `a value was expected: ${JSON.stringify(own.slice(read.end, read.end + 20))}`);
  if (countBytes(own) > limits.seriesBytes) {
    fail(state, `a series of more than ${limits.seriesBytes} bytes`);
  }
  if (!enter(state, read.labels['__name__'] ?? '').isWanted) return null;
  return addText(index, own, read.labels);
}
