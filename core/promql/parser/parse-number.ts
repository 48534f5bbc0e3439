const DURATION = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;
const SECONDS = [365 * 86_400, 7 * 86_400, 86_400, 3_600, 60, 1, 0.001];

/**
 * The value of a literal without a sign: decimal, hexadecimal, octal (a zero in front), a duration in seconds, or
 * `inf` and `nan` in any case. Null where it is none.
 */
export function parseNumber(text: string): { value: number; isDuration: boolean } | null {
  const duration = DURATION.exec(text);
  if (duration && text !== '') {
    const value = SECONDS.reduce((sum, unit, index) => {
      return sum + unit * Number(duration[index + 1] ?? 0);
    }, 0);
    return { value: Math.round(value * 1000) / 1000, isDuration: true };
  }
  const value = parsePlain(text.replaceAll('_', ''));
  return value === null ? null : { value, isDuration: false };
}

function parsePlain(text: string): number | null {
  if (/^inf$/i.test(text)) return Infinity;
  if (/^nan$/i.test(text)) return NaN;
  if (/^0[0-7]+$/.test(text)) return parseInt(text, 8);
  const value = Number(text);
  return Number.isNaN(value) || text === '' ? null : value;
}
