const ESCAPES =
  'x[\\da-fA-F]{2}|[0-3][0-7]{2}|u[\\da-fA-F]{4}|U00(?:0[\\da-fA-F]|10)[\\da-fA-F]{4}|[abfnrtv\\\\';
const ESCAPE = /(?:\\(?:x..|[0-3]..))+|\\u.{4}|\\U.{8}|\\./g;
const CONTROLS: Record<string, string> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/**
 * The text of a literal in single, double or back quotes, with the escapes of Go. Bytes that are no UTF-8 become lone
 * surrogates, so that the text is not well-formed. Gives the reason where it is no literal.
 */
export function unquote(literal: string): { value: string } | { reason: string } {
  const quote = literal.charAt(0);
  const isWhole = (escapes: string) =>
    new RegExp(`^${quote}(?:[^\\\\\\n${quote}]|\\\\${escapes})*${quote}$`).test(literal);
  const inner = literal.slice(1, -1);
  if (quote === '`' && literal.length > 1 && literal.endsWith(quote)) return { value: inner };
  if (!isWhole('[^]')) return { reason: 'unterminated quoted string' };
  if (!isWhole(`(?:${ESCAPES}${quote}])`)) return { reason: 'unknown escape sequence' };
  return { value: inner.replaceAll(ESCAPE, expand) };
}

function expand(escape: string): string {
  if (/^.[x0-3]/.test(escape)) return decodeBytes(escape);
  const letter = escape.charAt(1);
  return /[uU]/.test(letter)
    ? String.fromCodePoint(parseInt(escape.slice(2), 16))
    : (CONTROLS[letter] ?? letter);
}

function decodeBytes(escapes: string): string {
  const bytes = escapes
    .split('\\')
    .slice(1)
    .map((byte) => {
      return byte.startsWith('x') ? parseInt(byte.slice(1), 16) : parseInt(byte, 8);
    });
  try {
    return decodeURIComponent(
      bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    );
  } catch {
    return bytes.map((byte) => String.fromCharCode(byte < 128 ? byte : 0xdc00 + byte)).join('');
  }
}
