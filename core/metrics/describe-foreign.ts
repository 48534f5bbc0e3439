const MARKUP = /^\s*</;
const JSON_TEXT = /^\s*(?:\[|\{\s*(?:$|\}|"(?:[^"\\]|\\.)*"\s*(?::|$)))/;

/** What a first line begins that is not of an exposition at all; null when it may be one. */
export function describeForeign(line: string): string | null {
  if (line.startsWith('\uFEFF')) return 'a byte order mark, where metrics should begin';
  if (MARKUP.test(line)) return 'HTML, not metrics';
  return JSON_TEXT.test(line) ? 'JSON, not metrics' : null;
}
