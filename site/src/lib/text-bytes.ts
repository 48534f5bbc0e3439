/**
 * What a text takes on the page in bytes, gzipped, however little alike its letters are. What the page is full of, small
 * letters and spaces, takes less than eight bits; what is rare in it takes more.
 */
export function textBytes(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + bytesOf(character), 0);
}

function bytesOf(character: string): number {
  if (/[a-z ]/.test(character)) return 0.75;
  if (/[&<>"']/.test(character)) return 4;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1.1;
  return code < 0x800 ? 2.5 : 4;
}
