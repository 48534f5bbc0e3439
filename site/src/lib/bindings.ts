// The only file of the site that knows it runs in a Worker.
import { env } from 'cloudflare:workers';
import type { HistorySnapshot } from '../../../core/snapshot/history-snapshot.ts';
import { judgeSession, type Session } from '../../../core/auth/session.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { LAST_DAYS } from '../../../core/uptime/period.ts';
import { toPeriodUptime } from '../../../core/uptime/service-uptime.ts';
import { findService } from '../../../workers/shared/find-ledger.ts';
import { loadHistory } from '../../../workers/shared/history-store.ts';
import { loadSnapshot } from '../../../workers/shared/snapshot-store.ts';
import type { Published } from './uptime-page.ts';

export function readSnapshot(nowMs: number): Promise<Snapshot | null> {
  return loadSnapshot(env.STATUS_KV, nowMs);
}

type Asked = { service: string; period: string | undefined; nowMs: number };

/** What is published of a service's uptime in a period; null when that is nothing. */
export async function readUptime({
  period = LAST_DAYS,
  ...asked
}: Asked): Promise<Pick<Published, 'uptime' | 'months' | 'untilMs'> | null> {
  const found = await findService(env.STATUS_KV, { ...asked, period });
  if (!found?.period) return null;
  const { service, untilMs } = found;
  const uptime = toPeriodUptime(service, found.period, untilMs);
  return uptime && { uptime, months: service.months, untilMs };
}

export function readHistory(nowMs: number): Promise<HistorySnapshot | null> {
  return loadHistory(env.STATUS_KV, nowMs);
}

/** The session in a header `Cookie`, if it is good as far as the copy of the epoch tells; null otherwise. */
export async function readSession(cookie: string | null, nowMs: number): Promise<Session | null> {
  const { readCookie } = await import('../../../workers/shared/session/cookie.ts');
  const sealed = readCookie(cookie);
  if (sealed === null || env.SESSION_SECRET === '') return null;
  const { openSession } = await import('../../../workers/shared/session/seal.ts');
  const session = await openSession(sealed, env.SESSION_SECRET);
  if (session === null) return null;
  const { loadEpoch } = await import('../../../workers/shared/session/epoch-store.ts');
  const epoch = (await loadEpoch(env.STATUS_KV)) ?? session.epoch;
  return judgeSession(session, { nowMs, epoch }) === 'live' ? session : null;
}

/** Whether people sign in with Cloudflare Access, which stands before these pages. */
export function hasAccess(): boolean {
  return env.AUTH_MODE === 'access';
}
