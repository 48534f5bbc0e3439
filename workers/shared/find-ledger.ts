import type { LedgerExtract, LedgerService } from '../../core/uptime/ledger-extract.ts';
import { LEDGER_DAYS, parsePeriod, type Period } from '../../core/uptime/period.ts';
import { loadLedger } from './ledger-store.ts';

// The month that the oldest day lies in may begin a month before it.
const OLDEST_MS = (LEDGER_DAYS + 31) * 86_400_000;

type Asked = { period: Period | null; nowMs: number };

export type FoundService = { service: LedgerService; period: Period | null; untilMs: number };

/** What is published of a service, in a period if one is named; null where there is no such thing. */
export async function findService(
  kv: KVNamespace,
  asked: { service: string; period?: string | undefined; nowMs: number },
): Promise<FoundService | null> {
  const period = asked.period === undefined ? null : parsePeriod(asked.period);
  if (asked.period !== undefined && period === null) return null;
  const extract = await findLedger(kv, { period, nowMs: asked.nowMs });
  const service = extract?.services.find(({ serviceName }) => serviceName === asked.service);
  if (!extract || !service) return null;
  return { service, period, untilMs: Date.parse(extract.until) };
}

/** The extract that a period lies in: the newest, or that of a month that has closed. Null when there is none. */
export async function findLedger(
  kv: KVNamespace,
  { period, nowMs }: Asked,
): Promise<LedgerExtract | null> {
  const newest = await loadLedger(kv, { nowMs });
  if (period === null || period.kind === 'recent') return newest;
  const month = period.name.slice(0, 7);
  const startMs = Date.parse(`${month}-01`);
  if (newest !== null && startMs >= Date.parse(newest.from)) return newest;
  // Nothing older is kept, and nothing of what is to come: it need not be asked for.
  if (startMs < nowMs - OLDEST_MS || startMs > nowMs) return null;
  return loadLedger(kv, { month, nowMs });
}
