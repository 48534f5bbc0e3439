import type { Labels } from './labels.ts';

const METRIC = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const LABEL = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const QUOTED = /"((?:[^"\\\n]|\\.)*)"/y;
const BLANKS = /[ \t]*/y;
const BAD_ESCAPE = /\\[^\\"n]/;

/** A series and where its text ends, or what is wrong with it. */
export type ReadSeries =
  { kind: 'series'; labels: Labels; end: number } | { kind: 'problem'; reason: string };

type Reader = { text: string; at: number; mostLabels: number };

/** Reads `name{label="value",…}` or `{"name",label="value",…}` from `start` on; names in quotes may be any text. */
export function readSeries(text: string, start: number, mostLabels: number): ReadSeries {
  const reader = { text, at: start, mostLabels };
  try {
    const labels = readLabels(reader);
    return { kind: 'series', labels, end: reader.at };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { kind: 'problem', reason: error.message };
  }
}

class Refused extends Error {}

function readLabels(reader: Reader): Labels {
  const pairs = new Map<string, string>();
  const name = take(reader, METRIC);
  if (name !== null) pairs.set('__name__', name);
  const afterName = reader.at;
  take(reader, BLANKS);
  if (peek(reader) === '{') readBraces(reader, pairs);
  else reader.at = afterName;
  if (!pairs.has('__name__')) throw new Refused('a metric name was expected');
  const filled = [...pairs].filter(([, value]) => value !== '');
  return Object.fromEntries(filled);
}

function readBraces(reader: Reader, pairs: Map<string, string>) {
  reader.at += 1;
  for (;;) {
    take(reader, BLANKS);
    if (peek(reader) === '}') break;
    readPair(reader, pairs);
    if (pairs.size > reader.mostLabels + 1) {
      throw new Refused(`more than ${reader.mostLabels} labels`);
    }
    take(reader, BLANKS);
    if (peek(reader) === '}') break;
    if (peek(reader) !== ',') throw new Refused(`a comma or } was expected${seenAt(reader)}`);
    reader.at += 1;
  }
  reader.at += 1;
}

function readPair(reader: Reader, pairs: Map<string, string>) {
  const quoted = peek(reader) === '"';
  const name = quoted ? readQuoted(reader) : take(reader, LABEL);
  if (name === null || name === '') throw new Refused(`a label name was expected${seenAt(reader)}`);
  take(reader, BLANKS);
  if (quoted && peek(reader) !== '=') return setOnce(pairs, '__name__', name);
  if (peek(reader) !== '=') throw new Refused(`= was expected${seenAt(reader)}`);
  if (name === '__name__') throw new Refused('the label __name__ is reserved');
  reader.at += 1;
  take(reader, BLANKS);
  setOnce(pairs, name, readQuoted(reader));
}

function setOnce(pairs: Map<string, string>, name: string, value: string) {
  if (pairs.has(name)) {
    throw new Refused(name === '__name__' ? 'a second metric name' : `a second label ${name}`);
  }
  pairs.set(name, value);
}

function readQuoted(reader: Reader): string {
  if (peek(reader) !== '"') throw new Refused(`a value in quotes was expected${seenAt(reader)}`);
  const inner = take(reader, QUOTED)?.slice(1, -1);
  if (inner === undefined) throw new Refused('quotes that do not end');
  if (!inner.includes('\\')) return inner;
  const bad = BAD_ESCAPE.exec(inner.replaceAll('\\\\', ''));
  if (bad !== null) throw new Refused(`the escape ${bad[0]} is not known`);
  return inner.replaceAll(/\\(.)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
}

function take(reader: Reader, pattern: RegExp): string | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0] ?? null;
  if (found !== null) reader.at += found.length;
  return found;
}

function peek({ text, at }: Reader): string {
  return text.charAt(at);
}

function seenAt(reader: Reader): string {
  const seen = peek(reader);
  return seen === '' || seen === '\n' ? ': the line ends' : `: ${JSON.stringify(seen)}`;
}
