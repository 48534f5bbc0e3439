/** Whether it can be sent in a header; a line break or a space gets in by copying. */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
