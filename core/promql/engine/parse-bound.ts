const FLOAT = /^[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** The upper bound in a label `le`; null where it is none. */
export function parseBound(text: string): number | null {
  const infinity = /^([+-]?)inf(?:inity)?$/i.exec(text);
  if (infinity) return infinity[1] === '-' ? -Infinity : Infinity;
  if (/^0x[\da-f]+$/i.test(text)) return Number(text);
  return FLOAT.test(text) ? Number(text.replaceAll('_', '')) : null;
}
