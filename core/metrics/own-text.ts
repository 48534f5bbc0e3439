/** The same text in memory of its own: a part of a longer string keeps all of it in memory. */
export function copyText(text: string): string {
  const copy: unknown = JSON.parse(JSON.stringify(text));
  return String(copy);
}

/** How many bytes a text has in UTF-8. */
export function countBytes(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    // Each half of a pair of surrogates is half of its four bytes.
    else bytes += code >= 0xd800 && code <= 0xdfff ? 2 : 3;
  }
  return bytes;
}
