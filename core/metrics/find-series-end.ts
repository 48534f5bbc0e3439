const TAB = 9;
const SPACE = 32;
const QUOTE = 34;
const BACKSLASH = 92;
const OPENING = 123;
const CLOSING = 125;

/** A line, or what is left of it: from `start` to just before `end`. */
export type Span = { start: number; end: number };

/** Where the name of a series ends, and where its text does; that of one whose braces do not close is the whole line. */
export function findSeriesEnd(
  text: string,
  { start, end }: Span,
): { nameEnd: number; seriesEnd: number } {
  let nameEnd = start;
  while (nameEnd < end && !isBlank(text, nameEnd) && text.charCodeAt(nameEnd) !== OPENING) {
    nameEnd += 1;
  }
  const braces = skipBlanks(text, nameEnd);
  const hasBraces = braces < end && text.charCodeAt(braces) === OPENING;
  return { nameEnd, seriesEnd: hasBraces ? findClosing(text, { start: braces, end }) : nameEnd };
}

export function skipBlanks(text: string, start: number): number {
  let at = start;
  while (isBlank(text, at)) at += 1;
  return at;
}

function findClosing(text: string, { start, end }: Span): number {
  let isQuoted = false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) isQuoted = !isQuoted;
    else if (code === CLOSING && !isQuoted) return at + 1;
  }
  return end;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === SPACE || code === TAB;
}
