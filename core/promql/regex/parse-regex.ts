import { parseClass } from './parse-class.ts';
import { parseEscape } from './parse-escape.ts';
import { foldCase, type CharSet } from './char-set.ts';
import { isDone, match, next, sees, take, type Reader } from './reader.ts';
import { RegexError, type ParsedRegex, type RegexNode } from './regex-node.ts';

const MAX_REPEAT = 1000;
const MAX_DEPTH = 200;

type Flags = { fold: boolean; lines: boolean; dotAll: boolean; lazy: boolean };
type State = { reader: Reader; flags: Flags; names: (string | null)[]; depth: number };

/**
 * Reads a pattern in the syntax of RE2 (github.com/google/re2/wiki/Syntax), `.` matching a newline as Prometheus has it.
 * Throws a `RegexError` for what RE2 refuses: look-around, back references, stacked repetitions, counts over 1000.
 */
export function parseRegex(pattern: string): ParsedRegex {
  const reader: Reader = { text: pattern, offset: 0 };
  const flags = { fold: false, lines: false, dotAll: true, lazy: false };
  const state: State = { reader, flags, names: [null], depth: 0 };
  const node = parseChoice(state);
  if (!isDone(reader)) throw new RegexError('unexpected )', pattern);
  return { node, names: state.names };
}

function parseChoice(state: State): RegexNode {
  const { reader } = state;
  if (state.depth > MAX_DEPTH) throw new RegexError('expression nests too deeply', reader.text);
  state.depth += 1;
  const nodes = [parseSequence(state)];
  while (take(reader, '|')) nodes.push(parseSequence(state));
  state.depth -= 1;
  const [only] = nodes;
  return only && nodes.length === 1 ? only : { kind: 'choice', nodes };
}

function parseSequence(state: State): RegexNode {
  const { reader } = state;
  const nodes: RegexNode[] = [];
  while (!isDone(reader) && !sees(reader, '|') && !sees(reader, ')')) {
    if (take(reader, '\\Q')) {
      const quoted = parseQuoted(state);
      const last = quoted.pop();
      nodes.push(...quoted, ...(last ? [parseRepeat(state, last)] : []));
      continue;
    }
    const atom = parseAtom(state);
    if (atom) nodes.push(parseRepeat(state, atom));
  }
  return { kind: 'sequence', nodes };
}

function parseAtom(state: State): RegexNode | null {
  const { reader, flags } = state;
  const start = reader.offset;
  if (take(reader, '(')) return parseGroup(state, start);
  if (take(reader, '[')) return toSet(parseClass(reader, start), flags);
  if (take(reader, '.')) return toSet((code) => flags.dotAll || code !== 10, flags);
  if (take(reader, '^'))
    return { kind: 'assert', assertion: flags.lines ? 'line-start' : 'text-start' };
  if (take(reader, '$'))
    return { kind: 'assert', assertion: flags.lines ? 'line-end' : 'text-end' };
  if (take(reader, '\\')) {
    const escape = parseEscape(reader, start);
    if (escape.kind === 'assert') return escape;
    return escape.kind === 'set' ? toSet(escape.set, flags) : toLiteral(escape.code, flags);
  }
  const operator = match(reader, /[*+?]/y);
  if (operator) throw new RegexError('missing argument to repetition operator', operator);
  return toLiteral(next(reader), flags);
}

function parseGroup(state: State, start: number): RegexNode | null {
  const { reader } = state;
  const outer = state.flags;
  const name = match(reader, /\?P?<([A-Za-z_]\w*)>/y);
  if (name === null && sees(reader, '?')) {
    state.flags = parseFlags(reader, outer, start);
    if (take(reader, ')')) return null;
    if (!take(reader, ':')) throw invalidGroup(reader, start);
    return closeGroup(state, outer, parseChoice(state));
  }
  const index = state.names.length;
  const groupName = name === null ? null : name.replaceAll(/^\?P?<|>$/g, '');
  if (groupName !== null && state.names.includes(groupName)) {
    throw new RegexError('duplicate capture group name', groupName);
  }
  state.names.push(groupName);
  return closeGroup(state, outer, { kind: 'group', node: parseChoice(state), index });
}

function closeGroup(state: State, flags: Flags, node: RegexNode): RegexNode {
  if (!take(state.reader, ')')) throw new RegexError('missing closing )', state.reader.text);
  state.flags = flags;
  return node;
}

function parseFlags(reader: Reader, outer: Flags, start: number): Flags {
  const written = match(reader, /\?([imsU]*)(?:-([imsU]+))?(?=[:)])/y);
  if (written === null || written === '?)') throw invalidGroup(reader, start);
  const [on = '', off = ''] = written.slice(1).split('-');
  const has = (flag: string, before: boolean) =>
    on.includes(flag) || (before && !off.includes(flag));
  return {
    fold: has('i', outer.fold),
    lines: has('m', outer.lines),
    dotAll: has('s', outer.dotAll),
    lazy: has('U', outer.lazy),
  };
}

function invalidGroup(reader: Reader, start: number): RegexError {
  return new RegexError('invalid or unsupported Perl syntax', reader.text.slice(start, start + 4));
}

function parseRepeat(state: State, node: RegexNode): RegexNode {
  const { reader } = state;
  const start = reader.offset;
  const bounds = parseBounds(reader);
  if (!bounds) return node;
  const lazy = take(reader, '?');
  const again = reader.offset;
  if (parseBounds(reader)) {
    const part = reader.text.slice(start, reader.offset);
    if (again !== reader.offset) throw new RegexError('invalid nested repetition operator', part);
  }
  return { kind: 'repeat', node, ...bounds, greedy: lazy === state.flags.lazy };
}

function parseBounds(reader: Reader): { min: number; max: number } | null {
  if (take(reader, '*')) return { min: 0, max: Infinity };
  if (take(reader, '+')) return { min: 1, max: Infinity };
  if (take(reader, '?')) return { min: 0, max: 1 };
  const written = match(reader, /\{\d+(?:,\d*)?\}/y);
  if (written === null) return null;
  const [low = '', high = low] = written.slice(1, -1).split(',');
  const min = Number(low);
  const max = high === '' ? Infinity : Number(high);
  const isTooMuch = min > MAX_REPEAT || (max > MAX_REPEAT && max !== Infinity);
  if (isTooMuch || max < min) throw new RegexError('invalid repeat count', written);
  return { min, max };
}

function parseQuoted({ reader, flags }: State): RegexNode[] {
  const end = reader.text.indexOf('\\E', reader.offset);
  const quoted = reader.text.slice(reader.offset, end < 0 ? undefined : end);
  reader.offset += quoted.length + (end < 0 ? 0 : 2);
  return Array.from(quoted, (char) => toLiteral(char.codePointAt(0) ?? 0, flags));
}

function toLiteral(literal: number, { fold }: Flags): RegexNode {
  const set: CharSet = (code) => code === literal;
  return fold ? { kind: 'set', set: foldCase(set), literal: null } : { kind: 'set', set, literal };
}

function toSet(set: CharSet, { fold }: Flags): RegexNode {
  return { kind: 'set', set: fold ? foldCase(set) : set, literal: null };
}
