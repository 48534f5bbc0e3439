import { RegexError } from './regex-error.ts';

/** An escape of RE2, or any character. */
export const ATOM = '\\\\(?:x\\{[\\da-fA-F]+\\}|x[\\da-fA-F]{2}|[pP](?:\\{\\w+\\}|[A-Z])|[^])|[^]';
const ATOMS = new RegExp(ATOM, 'gu');

// What these mean in RE2, as JavaScript writes it inside of a class.
const SPECIAL: Record<string, string> = {
  a: '\\x07',
  s: '\\t\\n\\f\\r ',
  S: '\\0-\\x08\\x0b\\x0e-\\x1f!-\\u{10ffff}',
};

/** What stands in a class of RE2, without its brackets and `^`, as JavaScript with the flag `u` reads it. */
export function classSource(inner: string): string {
  return inner.replaceAll(ATOMS, (atom) => {
    if (atom === '-') return atom;
    return /^\\./.test(atom) ? escapeSource(atom) : toCode(atom.codePointAt(0) ?? 0);
  });
}

function escapeSource(atom: string): string {
  const letter = atom.charAt(1);
  const rest = atom.slice(2).replaceAll(/[{}]/g, '');
  if (/[pP]/.test(letter)) return `\\${letter}{${rest.length > 2 ? 'Script=' : ''}${rest}}`;
  if (/^.x./.test(atom)) return toCode(parseInt(rest, 16));
  if (/[dDwWfnrtv]/.test(letter)) return atom;
  if (/[!-/:-@[-^`{-~]/.test(letter)) return toCode(letter.charCodeAt(0));
  const source = SPECIAL[letter];
  if (source === undefined) throw new RegexError('invalid escape sequence', atom);
  return source;
}

function toCode(code: number): string {
  return `\\u{${code.toString(16)}}`;
}
