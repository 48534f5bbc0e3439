import { RedisError } from './reply.ts';

const MIN = -(2n ** 63n);
const MAX = 2n ** 63n - 1n;

/** A count, index or time. Beyond 2^53 it is rounded. */
export function parseInteger(text: string): number {
  return Number(parseInt64(text));
}

/** A signed 64-bit integer; throws what Redis says of anything else. */
export function parseInt64(text: string): bigint {
  const value = readInt64(text);
  if (value === null) throw new RedisError('ERR value is not an integer or out of range');
  return value;
}

/** Null for what Redis does not take for an integer: `+1`, `01`, `-0` and ` 1` among them. */
export function readInt64(text: string): bigint | null {
  if (!/^(?:0|-?[1-9]\d{0,18})$/.test(text)) return null;
  const value = BigInt(text);
  return isInt64(value) ? value : null;
}

export function addInt64(left: bigint, right: bigint): bigint {
  const sum = left + right;
  if (!isInt64(sum)) throw new RedisError('ERR increment or decrement would overflow');
  return sum;
}

export function isInt64(value: bigint): boolean {
  return value >= MIN && value <= MAX;
}
