/** A piece of plain text; with an address it is a link. */
export type TextPart = { text: string; href: string | null };

/** What may stand in an address that people typed: printable ASCII without quotes, angle brackets and backslash. */
const ADDRESS = /https:\/\/[!#-&(-;=?-[\]_a-z~]+/g;
/** Links in one text. */
export const MOST_LINKS = 3;

/** After an address it means that this is not all of it. */
const GOES_ON = /^[\p{L}\p{N}\p{M}\p{C}…]/u;

/**
 * Text in pieces, of which the first addresses that begin with https:// are links. Whatever else is in it stays text, which the
 * component escapes. An address that is cut off (…), goes on
 * in other letters or hides its host behind a name (user@host) is no link.
 */
export function toTextParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutStop(found);
    if (parts.length >= 2 * MOST_LINKS) break;
    if (!isSafe(address) || GOES_ON.test(text.slice(index + found.length))) continue;
    parts.push(plain(text.slice(end, index)), { text: address, href: address });
    end = index + address.length;
  }
  return [...parts, plain(text.slice(end))].filter((part) => part.text !== '');
}

function plain(text: string): TextPart {
  return { text, href: null };
}

// A sentence may end with an address, and brackets may stand around one.
function withoutStop(address: string): string {
  const trimmed = address.replace(/[.,:;!?]+$/, '');
  if (!trimmed.endsWith(')') || trimmed.includes('(')) return trimmed;
  return withoutStop(trimmed.slice(0, -1));
}

function isSafe(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.username === '' && url.password === '' && url.hostname.includes('.');
}
