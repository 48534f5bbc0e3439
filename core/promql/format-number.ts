/** All digits that tell a number from others and no exponent, as in a label of `count_values`. */
export function formatNumber(value: number): string {
  const infinity = formatInfinity(value);
  if (infinity) return infinity;
  const text = String(value);
  const [digits = '', exponent] = text.replace('-', '').split('e');
  if (exponent === undefined) return Object.is(value, -0) ? '-0' : text;
  const [whole = '', fraction = ''] = digits.split('.');
  const point = whole.length + Number(exponent);
  const sign = value < 0 ? '-' : '';
  const all = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`;
  return `${sign}${all.padEnd(point, '0')}`;
}

/** The shorter of the plain form and the one with an exponent, as in a message of Prometheus. */
export function formatShort(value: number): string {
  const infinity = formatInfinity(value);
  if (infinity) return infinity;
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  if (exponent >= -4 && exponent < 6) return formatNumber(value);
  return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
}

function formatInfinity(value: number): string | null {
  if (Number.isFinite(value)) return null;
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? '+Inf' : '-Inf';
}
