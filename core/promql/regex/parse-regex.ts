import { classSource } from './class-source.ts';
import { choose, repeat, type Assertion, type Instruction, type Program } from './program.ts';
import { RegexError } from './regex-error.ts';

const MAX_REPEAT = 1000;
const MAX_DEPTH = 200;

const TOKEN =
  /\\Q[^]*?(?:\\E|$)|\[\^?\]?(?:\\[^]|\[:\^?\w+:\]|[^\]\\])*\]?|\\(?:x\{[^}]*\}|x..|[pP](?:\{\w+\}|.)|0[0-7]{0,2}|[1-7][0-7]{1,2}|[^])|\(\?P?<[A-Za-z_]\w*>|\(\?[imsU]*(?:-[imsU]+)?[:)]|\(\?|[^]/uy;
const REPEAT = /([*+?]|\{\d+(?:,\d*)?\})(\??)/y;

const ASSERTIONS: Record<string, Assertion> = {
  '\\A': (before) => before === '',
  '\\z': (_, after) => after === '',
  '\\b': (before, after) => /\w/.test(before) !== /\w/.test(after),
  '\\B': (before, after) => /\w/.test(before) === /\w/.test(after),
  'm^': (before) => before === '' || before === '\n',
  m$: (_, after) => after === '' || after === '\n',
};

/** `names` are those of the groups; the first, of the whole, has none. */
type State = { text: string; offset: number; flags: string; names: string[]; maxSize: number };

/**
 * Reads a pattern in the syntax of RE2 (github.com/google/re2/wiki/Syntax), `.` matching a newline as Prometheus has it.
 * Throws a `RegexError` for what RE2 refuses: look-around, back references, stacked repetitions, counts over 1000; and
 * for a pattern that needs more than `maxSize` instructions.
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
  if (depth > MAX_DEPTH) throw new RegexError('expression nests too deeply', state.text);
  const choices: Instruction[][] = [[]];
  for (let next = peek(state); next !== '' && next !== ')'; next = peek(state)) {
    if (next === '|') {
      state.offset += 1;
      choices.push([]);
      continue;
    }
    choices.at(-1)?.push(...parseRepeat(state, parseAtom(state, depth)));
    if (choices.flat().length > state.maxSize)
      throw new RegexError('expression too large', state.text);
  }
  return choose(choices);
}

function peek({ text, offset }: State): string {
  return text.charAt(offset);
}

function parseAtom(state: State, depth: number): Program {
  const [token] = take(state, TOKEN);
  if (token.startsWith('\\Q')) return literals(state, token);
  if (token === '\\') throw new RegexError('trailing backslash at end of expression', '');
  if (token.startsWith('(')) return parseGroup(state, token, depth + 1);
  if (/^[*+?]/.test(token)) throw new RegexError('missing argument to repetition operator', token);
  const holds = ASSERTIONS[anchor(token, state.flags)];
  if (holds) return [{ op: 'assert', holds }];
  if (token === '.') {
    const { flags } = state;
    return [{ op: 'char', matches: (char) => flags.includes('s') || char !== '\n' }];
  }
  if (token.length > 1 || state.flags.includes('i')) return [parseSet(token, state.flags)];
  return [{ op: 'char', matches: (char) => char === token }];
}

function anchor(token: string, flags: string): string {
  if (token !== '^' && token !== '$') return token;
  if (flags.includes('m')) return `m${token}`;
  return token === '^' ? '\\A' : '\\z';
}

function literals(state: State, quoted: string): Program {
  const chars = Array.from(quoted.replace(/^\\Q|\\E$/g, '').replace(/\\E$/, ''));
  const last = chars.pop();
  const program = chars.map((char) => parseSet(`[${char}]`, state.flags));
  if (last === undefined) return program;
  return [...program, ...parseRepeat(state, [parseSet(`[${last}]`, state.flags)])];
}

/** A class, an escape or a character. */
function parseSet(token: string, flags: string): Instruction {
  const isClass = token.startsWith('[') && token.length > 1;
  if (isClass && !token.endsWith(']')) throw new RegexError('missing closing ]', token);
  const isNegated = token.startsWith('[^');
  const source = classSource(isClass ? token.slice(isNegated ? 2 : 1, -1) : token);
  try {
    const set = new RegExp(
      `^[${isNegated ? '^' : ''}${source}]$`,
      flags.includes('i') ? 'iu' : 'u',
    );
    return { op: 'char', matches: (char) => set.test(char) };
  } catch {
    throw new RegexError('invalid character class range', token);
  }
}

function parseGroup(state: State, token: string, depth: number): Program {
  const outer = state.flags;
  if (token === '(?') {
    const part = state.text.slice(state.offset - 2, state.offset + 2);
    throw new RegexError('invalid or unsupported Perl syntax', part);
  }
  const name = /<(\w+)>/.exec(token)?.[1] ?? '';
  if (name !== '' && state.names.includes(name)) {
    throw new RegexError('duplicate capture group name', name);
  }
  if (token === '(' || name !== '') {
    const slot = 2 * (state.names.push(name) - 1);
    const inner = parseChoice(state, depth);
    close(state, outer);
    return [{ op: 'save', slot }, ...inner, { op: 'save', slot: slot + 1 }];
  }
  const [on = '', off = ''] = token.slice(2, -1).split('-');
  state.flags = Array.from(outer + on)
    .filter((flag) => !off.includes(flag))
    .join('');
  if (token.endsWith(')')) return [];
  const inner = parseChoice(state, depth);
  close(state, outer);
  return inner;
}

function close(state: State, flags: string): void {
  if (peek(state) !== ')') throw new RegexError('missing closing )', state.text);
  state.offset += 1;
  state.flags = flags;
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
  const isTooMuch = min > MAX_REPEAT || (max > MAX_REPEAT && max !== Infinity) || max < min;
  if (isTooMuch) throw new RegexError('invalid repeat count', whole);
  const size = part.length * Math.max(min, max === Infinity ? 0 : max);
  if (size > state.maxSize) throw new RegexError('expression too large', state.text);
  return repeat(part, { min, max, lazy: (lazy === '?') !== state.flags.includes('U') });
}

/** Passes what a sticky pattern matches here; an empty text where nothing does. */
function take(state: State, sticky: RegExp): [whole: string, first: string, second: string] {
  sticky.lastIndex = state.offset;
  const found = sticky.exec(state.text);
  if (!found) return ['', '', ''];
  state.offset += found[0].length;
  return [found[0], found[1] ?? '', found[2] ?? ''];
}
