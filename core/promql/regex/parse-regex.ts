import { ATOM, classSource } from './class-source.ts';
import { choose, repeat, type Instruction, type Program } from './program.ts';
import { RegexError } from './regex-error.ts';

const MAX_REPEAT = 1000;
const MAX_DEPTH = 200;

const TOKEN = new RegExp(
  `\\[\\^?\\]?(?:\\\\[^]|[^\\]\\\\])*\\]|\\(\\?P?<[A-Za-z_]\\w*>|\\(\\?[is]*(?:-[is]+)?[:)]|\\(\\?|${ATOM}`,
  'uy',
);
const REPEAT = /([*+?]|\{\d+(?:,\d*)?\})(\??)/y;

/** `names` are those of the groups; the first, of the whole, has none. */
type State = { text: string; offset: number; flags: string; names: string[]; maxSize: number };

/**
 * Reads a pattern in the syntax of RE2 (github.com/google/re2/wiki/Syntax), `.` matching a newline as Prometheus has it.
 * Throws a `RegexError` for what RE2 refuses: look-around, back references, stacked repetitions, counts over 1000; for
 * what is left out here: the flags `m` and `U`, `\b`, `\Q…\E`, octal escapes, classes like `[:alpha:]`; and for a pattern that needs more than
 * `maxSize` instructions.
 */
export function parseRegex(
  text: string,
  maxSize: number,
): { program: Program; names: readonly string[] } {
  const state = { text, offset: 0, flags: 's', names: [''], maxSize };
  const program = parseChoice(state, 0);
  if (state.offset < text.length) throw new RegexError('unexpected )', text);
  return { program, names: state.names };
}

function parseChoice(state: State, depth: number): Program {
  if (depth > MAX_DEPTH) throw tooLarge(state);
  const choices: Instruction[][] = [[]];
  for (let next = peek(state); next !== '' && next !== ')'; next = peek(state)) {
    if (next === '|') {
      state.offset += 1;
      choices.push([]);
    } else {
      choices.at(-1)?.push(...parseRepeat(state, parseAtom(state, depth)));
    }
    if (choices.flat().length > state.maxSize) throw tooLarge(state);
  }
  return choose(choices);
}

function peek({ text, offset }: State): string {
  return text.charAt(offset);
}

function tooLarge({ text }: State): RegexError {
  return new RegexError('expression too large', text);
}

function parseAtom(state: State, depth: number): Program {
  const { flags } = state;
  const [token] = take(state, TOKEN);
  if (token.startsWith('(')) return parseGroup(state, token, depth + 1);
  if (/^[*+?]/.test(token)) throw new RegexError('missing argument to repetition operator', token);
  switch (token) {
    case '.':
      return [{ op: 'char', matches: (char) => flags.includes('s') || char !== '\n' }];
    case '^':
    case '\\A':
      return [{ op: 'assert', isStart: true }];
    case '$':
    case '\\z':
      return [{ op: 'assert', isStart: false }];
    default:
      return [{ op: 'char', matches: parseSet(token, flags) }];
  }
}

/** A class, an escape or a character. */
function parseSet(token: string, flags: string): (char: string) => boolean {
  const isFolded = flags.includes('i');
  if (!isFolded && /^[^[\\]/.test(token)) return (char) => char === token;
  const [, negation = '', inner = token] = /^\[(\^?)([^]+)\]$/.exec(token) ?? [];
  const isOpen = token === '[' || token === '\\' || inner.includes('[:');
  if (isOpen) throw new RegexError('missing closing ]', token);
  try {
    const source = `^[${negation}${classSource(inner)}]$`;
    const set = new RegExp(source, isFolded ? 'iu' : 'u');
    return (char) => set.test(char);
  } catch (error) {
    if (error instanceof RegexError) throw error;
    throw new RegexError('invalid character class range', token);
  }
}

function parseGroup(state: State, token: string, depth: number): Program {
  const outer = state.flags;
  if (token === '(?') throw new RegexError('invalid or unsupported Perl syntax', state.text);
  const isCapture = !/[:)]$/.test(token);
  const slot = isCapture ? 2 * (state.names.push(token.replaceAll(/\(\?P?<|[(>]/g, '')) - 1) : 0;
  const [on = '', off = ''] = isCapture ? [] : token.slice(2, -1).split('-');
  state.flags = Array.from(outer + on)
    .filter((flag) => !off.includes(flag))
    .join('');
  if (token.endsWith(')')) return [];
  const inner = parseChoice(state, depth);
  if (peek(state) !== ')') throw new RegexError('missing closing )', state.text);
  state.offset += 1;
  state.flags = outer;
  return isCapture ? [{ op: 'save', slot }, ...inner, { op: 'save', slot: slot + 1 }] : inner;
}

function parseRepeat(state: State, part: Program): Program {
  const [whole, bounds, lazy] = take(state, REPEAT);
  if (whole === '') return part;
  const [again] = take(state, REPEAT);
  if (again !== '') throw new RegexError('invalid nested repetition operator', whole + again);
  const simple = { '*': '0,', '+': '1,', '?': '0,1' }[bounds] ?? bounds.slice(1, -1);
  const [low = '', high = low] = simple.split(',');
  const min = Number(low);
  const max = high === '' ? Infinity : Number(high);
  const most = max === Infinity ? min : max;
  if (most > MAX_REPEAT || max < min) throw new RegexError('invalid repeat count', whole);
  if (part.length * most > state.maxSize) throw tooLarge(state);
  return repeat(part, { min, max, lazy: lazy === '?' });
}

/** Passes what a sticky pattern matches here; empty texts where nothing does. */
function take(state: State, sticky: RegExp): [whole: string, first: string, second: string] {
  sticky.lastIndex = state.offset;
  const [whole = '', first = '', second = ''] = sticky.exec(state.text) ?? [];
  state.offset += whole.length;
  return [whole, first, second];
}
