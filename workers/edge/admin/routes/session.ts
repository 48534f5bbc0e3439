import * as z from 'zod';
import { endOfSession, type Session } from '../../../../core/auth/session.ts';
import { findBreakGlass } from '../../../../db/queries/audit.ts';
import { endAllSessions, endSession } from '../../../../db/queries/sessions.ts';
import { commitWrite } from '../../../../db/queries/write.ts';
import { success } from '../../../shared/envelope.ts';
import { CLEAR_COOKIE } from '../../../shared/session/cookie.ts';
import type { AuthSettings } from '../../auth/settings.ts';
import { openSessionFor } from '../../auth/sign-in.ts';
import { parseInput } from '../parse-input.ts';
import { Refusal } from '../refusal.ts';
import type { AdminCall, Plan, Reply, Route, WriteCall } from '../route.ts';

const PATH = '/api/v1/session';
const DAY_MS = 24 * 60 * 60_000;
/** How long admins are told that the break-glass token was used. */
const TOLD_MS = 7 * DAY_MS;

const Nothing = z.strictObject({});

export const session: Route[] = [
  { method: 'POST', path: PATH, role: null, open: openSessionFor },
  { method: 'GET', path: PATH, role: 'ADMIN', readAlways: describe },
  { method: 'DELETE', path: PATH, role: 'ADMIN', act: leave },
  { method: 'POST', path: `${PATH}/end-all`, role: 'SUPER_ADMIN', plan: endAll },
];

async function describe(call: AdminCall): Promise<Reply> {
  const own = sessionOf(call);
  const { user, role, entrance, startedMs } = own;
  const data = {
    user,
    role,
    entrance,
    startedAt: toIso(startedMs),
    endsAt: toIso(endOfSession({ ...own, seenMs: call.nowMs })),
    isDatabaseAway: call.db === null,
    warnings: warningsOf(call.settings),
    breakGlassUsedAt: call.db && (await findBreakGlass(call.db, call.nowMs - TOLD_MS)),
  };
  return { message: 'Your session', data };
}

async function leave(call: AdminCall): Promise<Response> {
  const { db, actor, requestId } = call;
  const headers = { 'set-cookie': CLEAR_COOKIE };
  if (db === null) {
    // A copy of the cookie is good until it ends by itself, as nothing can be remembered now.
    return success('Signed out on this device', { isEverywhere: false }, { headers });
  }
  await commitWrite(db, endSession(sessionOf(call)), { actor, requestId, key: null });
  return success('Signed out', { isEverywhere: true }, { headers });
}

async function endAll({ body }: WriteCall): Promise<Plan> {
  parseInput(Nothing, body);
  return {
    message: 'Every session has ended, yours too',
    effect: endAllSessions(),
    otherwise: async () => ({ kind: 'missing' }),
  };
}

function sessionOf({ caller }: AdminCall): Session {
  if (caller.kind === 'session') return caller.session;
  throw new Refusal('FORBIDDEN', 'A token has no session');
}

function warningsOf({ problems, warnings }: AuthSettings): string[] {
  return [...problems, ...warnings];
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
