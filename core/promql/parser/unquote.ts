const HEX = '[\\da-fA-F]';
// Neither a surrogate nor beyond the last code point.
const ESCAPE = new RegExp(
  [
    `x${HEX}{2}`,
    '[0-3][0-7]{2}',
    `u(?![dD][89a-fA-F])${HEX}{4}`,
    `U00(?!00[dD][89a-fA-F])(?:0${HEX}|10)${HEX}{4}`,
    `[abfnrtv\\\\'"]`,
  ]
    .map((escape) => `\\\\${escape}`)
    .join('|'),
  'g',
);
const BYTES = /(?:\\x[\da-fA-F]{2}|\\[0-3][0-7]{2})+/g;
const OTHERS = /\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^])/g;
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
  const [quote = ''] = literal;
  const inner = literal.slice(1, -1);
  if (literal.length < 2 || !literal.endsWith(quote))
    return { reason: 'unterminated quoted string' };
  if (quote === '`') return { value: inner };
  const bare = inner.replaceAll(ESCAPE, '');
  if (bare.includes('\n') || bare.includes(quote)) return { reason: 'unterminated quoted string' };
  if (bare.endsWith('\\')) return { reason: 'unterminated quoted string' };
  if (bare.includes('\\')) return { reason: 'unknown escape sequence' };
  if (escapesOtherQuote(inner, quote)) return { reason: 'unknown escape sequence' };
  return { value: expand(inner) };
}

function escapesOtherQuote(inner: string, quote: string): boolean {
  const other = quote === '"' ? "'" : '"';
  return inner.replaceAll('\\\\', '').includes(`\\${other}`);
}

function expand(inner: string): string {
  // Backslashes that are escaped must not begin an escape: cut there.
  const parts = inner.split('\\\\').map((part) =>
    part.replaceAll(BYTES, decodeBytes).replaceAll(OTHERS, (escape) => {
      const letter = escape.charAt(1);
      if (/^.[uU]/.test(escape)) return String.fromCodePoint(parseInt(escape.slice(2), 16));
      return CONTROLS[letter] ?? letter;
    }),
  );
  return parts.join('\\');
}

function decodeBytes(escapes: string): string {
  const bytes = Array.from(escapes.matchAll(/\\(?:x(..)|(...))/g), ([, hex, octal]) => {
    return hex === undefined ? parseInt(octal ?? '', 8) : parseInt(hex, 16);
  });
  try {
    return decodeURIComponent(
      bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    );
  } catch {
    return bytes.map((byte) => String.fromCharCode(byte < 128 ? byte : 0xdc00 + byte)).join('');
  }
}
