const DURATION = /^(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$/;
const UNITS_MS = [365 * 86_400_000, 7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1000, 1];

/**
 * The value of a literal without a sign: decimal, hexadecimal, octal (a zero in front), a duration in seconds, or
 * `inf` and `nan` in any case. Null where it is none.
 */
export function parseNumber(text: string): { value: number; isDuration: boolean } | null {
  const [whole = '', ...parts] = DURATION.exec(text) ?? [];
  if (whole !== '') {
    const ms = UNITS_MS.map((unit, index) => unit * parseInt(parts[index] ?? '0', 10));
    return { value: ms.reduce((sum, part) => sum + part) / 1000, isDuration: true };
  }
  const plain = text.replaceAll('_', '').replace(/^inf$/i, 'Infinity');
  const value = /^0[0-7]+$/.test(plain) ? parseInt(plain, 8) : Number(plain);
  const isNone = plain === '' || (Number.isNaN(value) && !/^nan$/i.test(plain));
  return isNone ? null : { value, isDuration: false };
}
