import type { Command, Context } from './command.ts';
import { parseTime, type TimeUnit } from './parse-time.ts';
import { RedisError } from './reply.ts';

export const expiryCommands: Command[] = [
  { name: 'ttl', arity: 2, run: ttl },
  { name: 'pttl', arity: 2, run: pttl },
  { name: 'persist', arity: 2, writes: true, run: persist },
  expireCommand('expire', 'EX'),
  expireCommand('pexpire', 'PX'),
  expireCommand('expireat', 'EXAT'),
  expireCommand('pexpireat', 'PXAT'),
];

type ExpireWords = [amount: string, ...options: string[]];

function expireCommand(name: string, unit: TimeUnit): Command {
  function expire({ store, nowMs }: Context, key: string, ...[amount, ...words]: ExpireWords) {
    const isAllowed = parseConditions(words);
    const expiresAtMs = parseTime({ unit, amount }, nowMs, name);
    const entry = store.find(key);
    if (entry === undefined || !isAllowed(entry.expiresAtMs, expiresAtMs)) return 0;
    if (expiresAtMs <= nowMs) store.remove(key);
    else store.setExpiry(entry, expiresAtMs);
    return 1;
  }
  return { name, arity: -3, writes: true, run: expire };
}

function parseConditions(words: string[]) {
  const given = new Set(words.map((word) => word.toUpperCase()));
  const unknown = words.find((word) => !['NX', 'XX', 'GT', 'LT'].includes(word.toUpperCase()));
  if (unknown !== undefined) throw new RedisError(`ERR Unsupported option ${unknown}`);
  if (given.has('NX') && given.size > 1) throw incompatible('NX and XX, GT or LT');
  if (given.has('GT') && given.has('LT')) throw incompatible('GT and LT');

  return (before: number | null, after: number) => {
    if (given.has('NX') && before !== null) return false;
    if (given.has('XX') && before === null) return false;
    // Without an expiry a key lives forever, which is later than any time.
    if (given.has('GT') && after <= (before ?? Infinity)) return false;
    return !given.has('LT') || after < (before ?? Infinity);
  };
}

function incompatible(options: string) {
  return new RedisError(`ERR ${options} options at the same time are not compatible`);
}

function ttl(context: Context, key: string) {
  const leftMs = pttl(context, key);
  return leftMs < 0 ? leftMs : Math.floor((leftMs + 500) / 1000);
}

function pttl({ store, nowMs }: Context, key: string) {
  const entry = store.read(key);
  if (entry === undefined) return -2;
  return entry.expiresAtMs === null ? -1 : entry.expiresAtMs - nowMs;
}

function persist({ store }: Context, key: string) {
  const entry = store.find(key);
  if (entry === undefined || entry.expiresAtMs === null) return 0;
  store.setExpiry(entry, null);
  return 1;
}
