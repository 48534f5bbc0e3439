// The only file of the site that knows it runs in a Worker.
import { env } from 'cloudflare:workers';
import type { HistorySnapshot } from '../../../core/snapshot/history-snapshot.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { LAST_DAYS, parsePeriod } from '../../../core/uptime/period.ts';
import { toPeriodUptime } from '../../../core/uptime/service-uptime.ts';
import { findLedger } from '../../../workers/shared/find-ledger.ts';
import { loadHistory } from '../../../workers/shared/history-store.ts';
import { loadSnapshot } from '../../../workers/shared/snapshot-store.ts';
import type { Published } from './uptime-page.ts';

export function readSnapshot(nowMs: number): Promise<Snapshot | null> {
  return loadSnapshot(env.STATUS_KV, nowMs);
}

type Asked = { service: string; period: string | undefined; nowMs: number };

/** What is published of a service's uptime in a period; null when that is nothing. */
export async function readUptime({
  service: serviceName,
  period: name = LAST_DAYS,
  nowMs,
}: Asked): Promise<Pick<Published, 'uptime' | 'months' | 'untilMs'> | null> {
  const period = parsePeriod(name);
  const extract = period && (await findLedger(env.STATUS_KV, { period, nowMs }));
  const service = extract?.services.find((one) => one.serviceName === serviceName);
  if (!extract || !period || !service) return null;
  const untilMs = Date.parse(extract.until);
  const uptime = toPeriodUptime(service, period, untilMs);
  return uptime && { uptime, months: service.months, untilMs };
}

export function readHistory(nowMs: number): Promise<HistorySnapshot | null> {
  return loadHistory(env.STATUS_KV, nowMs);
}
