import { RegexError } from './regex-error.ts';

const PARTS =
  /\[:\^?\w+:\]|\\(?:x\{[\da-fA-F]+\}|x[\da-fA-F]{2}|[pP](?:\{\w+\}|[A-Z])|0[0-7]{0,2}|[1-7][0-7]{1,2}|[^])|[^]/gu;

// What RE2 means by these, as JavaScript writes it inside of a class.
const SAME = 'dDwWfnrtv';
const OTHERS: Record<string, string> = {
  a: '\\x07',
  s: '\\t\\n\\f\\r ',
  S: '\\0-\\x08\\x0b\\x0e-\\x1f!-\\u{10ffff}',
};
const POSIX: Record<string, string> = {
  alnum: 'a-zA-Z\\d',
  alpha: 'a-zA-Z',
  ascii: '\\0-\\x7f',
  blank: '\\t ',
  cntrl: '\\0-\\x1f\\x7f',
  digit: '\\d',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`\\{-~',
  space: '\\t-\\r ',
  upper: 'A-Z',
  word: '\\w',
  xdigit: '\\da-fA-F',
};

/** What stands in a class of RE2, without its brackets and `^`, as JavaScript with the flag `u` reads it. */
export function classSource(inner: string): string {
  return inner.replaceAll(PARTS, (part) => {
    if (part.startsWith('[:')) return POSIX[part.slice(2, -2)] ?? refuse(part);
    if (part.length > 1 && part.startsWith('\\')) return escapeSource(part);
    return part === '-' ? part : toCode(part.codePointAt(0) ?? 0);
  });
}

function escapeSource(part: string): string {
  const letter = part.charAt(1);
  if (/^.[pP]/.test(part)) {
    const name = part.slice(2).replaceAll(/[{}]/g, '');
    return `\\${letter}{${name.length > 2 ? 'Script=' : ''}${name}}`;
  }
  if (/^.x./.test(part)) return toCode(parseInt(part.replaceAll(/[\\x{}]/g, ''), 16));
  // One digit alone would be a reference back.
  if (/^.(?:0|[1-7]\d)/.test(part)) return toCode(parseInt(part.slice(1), 8));
  if (SAME.includes(letter)) return part;
  if (/^.[!-/:-@[-^`{-~]/.test(part)) return toCode(letter.charCodeAt(0));
  return OTHERS[letter] ?? refuse(part);
}

function toCode(code: number): string {
  return `\\u{${code.toString(16)}}`;
}

function refuse(part: string): never {
  throw new RegexError('invalid escape sequence', part);
}
