const TOKEN =
  /"(?:\\[^]|[^"\\])*"?|'(?:\\[^]|[^'\\])*'?|`[^`]*`?|#[^\n]*|[A-Za-z_:][\w:]*|\d[\d_]*\.(?:[eE][+-]?\d[\d_]*)?(?![\d.])|[^\S \t\r\n]/g;

/**
 * The same expression, of the same length, without what Prometheus reads and its grammar for Lezer does not: a number
 * that ends in a dot (`2.`, `2.e5`). A blank that only the grammar takes for one becomes what neither reads.
 */
export function mend(text: string): string {
  return text.replaceAll(TOKEN, (token) => {
    if (/^\s/.test(token)) return '\0';
    // 2. is "2 ", and 2.e+5 is 2e+05.
    return /^\d/.test(token) ? token.replace(/\.$/, ' ').replace(/\.([eE][+-]?)/, '$10') : token;
  });
}
