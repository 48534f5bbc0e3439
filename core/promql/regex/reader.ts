/** A text that is read from left to right. */
export type Reader = { text: string; offset: number };

export function isDone({ text, offset }: Reader): boolean {
  return offset >= text.length;
}

export function sees({ text, offset }: Reader, part: string): boolean {
  return text.startsWith(part, offset);
}

/** Passes the part if it is next. */
export function take(reader: Reader, part: string): boolean {
  const isNext = sees(reader, part);
  if (isNext) reader.offset += part.length;
  return isNext;
}

/** Passes what a sticky pattern matches here, and gives it. */
export function match(reader: Reader, sticky: RegExp): string | null {
  sticky.lastIndex = reader.offset;
  const [found = null] = sticky.exec(reader.text) ?? [];
  reader.offset += found?.length ?? 0;
  return found;
}

/** Passes the next code point and gives it. */
export function next(reader: Reader): number {
  const code = reader.text.codePointAt(reader.offset) ?? 0;
  reader.offset += code > 0xffff ? 2 : 1;
  return code;
}
