import { fail, resizeSamples, type State } from './exposition-state.ts';
import type { Family } from './family.ts';
import { skipBlanks, type Span } from './find-series-end.ts';
import { parseFloat64 } from './parse-float.ts';
import { readSeries } from './read-series.ts';

const TAB = 9;
const SPACE = 32;
const HASH = 35;
const ZERO = 48;
const NINE = 57;
/** So many digits are a number without rounding. */
const EXACT_DIGITS = 15;
const WHOLE = /^[+-]?\d+$/;
const MOST_EXEMPLAR_LABELS = 64;
/** Times are 64 bits wide. */
const LAST_TIME = 2 ** 63;

/** Reads what follows a series, value, time and exemplar, and keeps the sample. */
export function readValue(state: State, text: string, { start, end }: Span): void {
  const from = skipBlanks(text, start);
  let to = from;
  let value = 0;
  let code = text.charCodeAt(to);
  while (to < end && code >= ZERO && code <= NINE) {
    value = value * 10 + code - ZERO;
    to += 1;
    code = text.charCodeAt(to);
  }
  if (to === from || to - from > EXACT_DIGITS || (to < end && code !== SPACE)) {
    to = findBlank(text, { start: from, end });
    value = readNumber(state, text.slice(from, to));
  }
  if (to < end) checkRest(state, text, { start: to, end });
  keep(state, value);
}

function readNumber(state: State, word: string): number {
  const value = parseFloat64(word);
  if (value === null) fail(state, `a number was expected: ${JSON.stringify(word.slice(0, 40))}`);
  return value;
}

function checkRest(state: State, text: string, { start, end }: Span) {
  let from = skipBlanks(text, start);
  if (text.charCodeAt(from) !== HASH) {
    const to = findBlank(text, { start: from, end });
    checkTime(state, text.slice(from, to));
    if (to === end) return;
    from = skipBlanks(text, to);
  }
  if (text.charCodeAt(from) !== HASH) fail(state, 'more than a value and a time');
  checkExemplar(state, text.slice(from, end));
}

// In milliseconds; in OpenMetrics in seconds.
function checkTime(state: State, word: string) {
  const isSeconds = state.families.format === 'openmetrics';
  const time = isSeconds || WHOLE.test(word) ? parseFloat64(word) : null;
  if (time === null || !(Math.abs(time) <= LAST_TIME)) {
    fail(state, `a time was expected: ${JSON.stringify(word.slice(0, 40))}`);
  }
}

// `# {trace_id="…"} 0.67 1520879607.789`: what a bucket or a counter was raised by.
function checkExemplar(state: State, text: string) {
  const braces = text.slice(1).trimStart();
  // Read as a series, it needs a name.
  const read = readSeries(`exemplar${braces}`, 0, MOST_EXEMPLAR_LABELS);
  if (read.kind === 'problem') fail(state, `in an exemplar: ${read.reason}`);
  const words = `exemplar${braces}`
    .slice(read.end)
    .trim()
    .split(/[ \t]+/);
  const isGood = words.length <= 2 && words.every((word) => parseFloat64(word) !== null);
  if (!braces.startsWith('{') || !isGood) fail(state, 'an exemplar without labels and a number');
}

function findBlank(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && text.charCodeAt(at) !== SPACE && text.charCodeAt(at) !== TAB) at += 1;
  return at;
}

function keep(state: State, value: number) {
  const { index, previous, family } = state;
  const series = index.series[previous] ?? 0;
  if (index.seen[series] === index.scrape) {
    fail(state, `the series ${(index.keys[series] ?? '').slice(0, 200)} stands here a second time`);
  }
  index.seen[series] = index.scrape;
  if (family?.type === 'histogram' && index.hasBound[series] === false) {
    fail(state, 'the label le of a histogram must be a number');
  }
  if (family?.type === 'summary' && index.hasQuantile[series] === false) {
    fail(state, 'the label quantile of a summary must be a number');
  }
  let { kept } = state;
  if (kept.count === kept.series.length) kept = state.kept = resizeSamples(kept, 2 * kept.count);
  kept.series[kept.count] = series;
  kept.values[kept.count] = value;
  kept.count += 1;
  if (family !== null) fill(state, family);
}

// What finds no room is passed over, as far as it is known by a TYPE line.
function fill(state: State, family: Family) {
  family.kept += 1;
  if (family.kept < state.families.room) return;
  family.isFull = true;
  family.isWanted = false;
  if (family.type !== 'untyped') state.passed = family;
}
