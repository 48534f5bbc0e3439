/** UTF-8 bytes, one per character: the form in which backends keep strings. */
export function toBytes(text: string | Uint8Array): string {
  return Buffer.from(text).toString('latin1');
}

/** Bytes that are not UTF-8 become U+FFFD. */
export function toText(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

export function toBase64(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('base64');
}
