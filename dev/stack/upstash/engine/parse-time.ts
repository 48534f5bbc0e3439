import { isInt64, parseInt64 } from './parse-integer.ts';
import { RedisError } from './reply.ts';

const units = {
  EX: { unitMs: 1000n, fromNow: true },
  PX: { unitMs: 1n, fromNow: true },
  EXAT: { unitMs: 1000n, fromNow: false },
  PXAT: { unitMs: 1n, fromNow: false },
} as const;

export type TimeUnit = keyof typeof units;
export type Time = { unit: TimeUnit; amount: string };

export function isTimeUnit(word: string): word is TimeUnit {
  return Object.hasOwn(units, word);
}

/** When a key expires, in epoch milliseconds; may lie in the past. `command` is named in the refusal. */
export function parseTime({ unit, amount }: Time, nowMs: number, command: string): number {
  const { unitMs, fromNow } = units[unit];
  const timeMs = parseInt64(amount) * unitMs + (fromNow ? BigInt(nowMs) : 0n);
  if (!isInt64(timeMs)) throw invalidTime(command);
  return Number(timeMs);
}

/** The same for the commands that set a value, which refuse a time that is not positive. */
export function parsePositiveTime(time: Time, nowMs: number, command: string): number {
  if (parseInt64(time.amount) <= 0n) throw invalidTime(command);
  return parseTime(time, nowMs, command);
}

function invalidTime(command: string) {
  return new RedisError(`ERR invalid expire time in '${command}' command`);
}
