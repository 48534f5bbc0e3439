/** A part of an expression: offsets in its text, `end` not included. */
export type Span = { start: number; end: number };

/** A span with the line and column of its start, both from 1. */
export type Position = Span & { line: number; column: number };

export function toPosition(text: string, { start, end }: Span): Position {
  const before = text.slice(0, start);
  const line = before.split('\n').length;
  return { start, end, line, column: start - before.lastIndexOf('\n') };
}

/** As Prometheus words it: `1:5`. */
export function formatPosition(text: string, span: Span): string {
  const { line, column } = toPosition(text, span);
  return `${line}:${column}`;
}
