const TOKEN = new RegExp(
  [
    /"(?:\\[^]|[^"\\])*"?/,
    /'(?:\\[^]|[^'\\])*'?/,
    /`[^`]*`?/,
    /#[^\n]*/,
    /[A-Za-z_:][\w:]*/,
    /0[xX][\da-fA-F_]+/,
    /\d[\d_]*\.(?:[eE][+-]?\d[\d_]*)?(?![\d.])/,
    /[^\S \t\r\n]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/**
 * The same expression, of the same length, without what Prometheus reads and its grammar for Lezer does not: a number
 * that ends in a dot (`2.`, `2.e5`), and `0X` or underscores in a hexadecimal one. A blank that only the grammar takes
 * for one becomes what neither reads.
 */
export function mend(text: string): string {
  return text.replaceAll(TOKEN, (token) => {
    if (/^\s/.test(token)) return '\0';
    if (/^0x/i.test(token)) return mendHex(token);
    return /^\d/.test(token) ? mendDot(token) : token;
  });
}

function mendHex(token: string): string {
  const digits = token.slice(2).replaceAll('_', '');
  return `0x${digits.padStart(token.length - 2, '0')}`;
}

// 2. is "2 ", and 2.e+5 is 2e+05.
function mendDot(token: string): string {
  return token.replace(/\.$/, ' ').replace(/\.([eE][+-]?)/, '$10');
}
