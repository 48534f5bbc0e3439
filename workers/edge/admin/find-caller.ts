import { parseToken } from '../../../core/auth/token-text.ts';
import { hasRole, type Role } from '../../../core/auth/role.ts';
import type { Scope } from '../../../core/auth/scope.ts';
import { judgeSession, type Session } from '../../../core/auth/session.ts';
import type { Actor } from '../../../core/audit/audit-page.ts';
import type { Db } from '../../../db/client.ts';
import { isDbAway } from '../../../db/is-db-away.ts';
import { findLiveToken, markTokenUsed } from '../../../db/queries/access-tokens.ts';
import { readStanding, type Standing } from '../../../db/queries/sessions.ts';
import { readCookie } from '../../shared/session/cookie.ts';
import { loadEpoch } from '../../shared/session/epoch-store.ts';
import { openSession } from '../../shared/session/seal.ts';
import { digestOf } from '../auth/digest.ts';
import { isSameDigest } from '../auth/is-same-digest.ts';
import { checkOrigin } from './check-origin.ts';
import { Refusal } from './refusal.ts';
import type { Call, Caller } from './route.ts';

type Wanted = { role: Role; scope: Scope | null; takesForm: boolean };

/** Compared with when there is no such token, so that this takes as long. */
const DUMMY_DIGEST = '0'.repeat(64);

type Found = { caller: Caller; /** The database gave no answer. */ isAway: boolean };

/** Who calls, if they may call this. Throws a Refusal otherwise. `db` is null where none is set. */
export async function findCaller(call: Call, db: Db | null, wanted: Wanted): Promise<Found> {
  const authorization = call.request.headers.get('authorization');
  return authorization === null
    ? findSession(call, db, wanted)
    : findMachine(authorization, db, wanted);
}

/** As whom the audit log knows a caller. */
export function actorOf(caller: Caller): Actor {
  if (caller.kind === 'token') return { kind: 'token', id: caller.id };
  return actorOfSession(caller.session);
}

export function actorOfSession({ user, entrance }: Pick<Session, 'user' | 'entrance'>): Actor {
  return { kind: entrance === 'break-glass' ? 'break-glass' : 'user', id: user };
}

async function findSession(call: Call, db: Db | null, { role, takesForm }: Wanted): Promise<Found> {
  const { request, env, settings, nowMs } = call;
  const sealed = readCookie(request.headers.get('cookie'));
  if (sealed === null) throw noSession();
  if (settings.sessionSecret === null) throw isOff();
  const session = await openSession(sealed, settings.sessionSecret);
  if (session === null) throw noSession();
  checkOrigin(request, takesForm);
  const standing = await findStanding(session, db);
  const epoch = standing?.epoch ?? (await loadEpoch(env.STATUS_KV));
  if (epoch === null)
    throw new Refusal('UNAVAILABLE', 'Nobody can say whether this session is good');
  const state = judgeSession(session, { nowMs, epoch });
  if (state !== 'live' || standing?.isEnded) throw noSession();
  if (!hasRole(session.role, role)) {
    throw new Refusal('FORBIDDEN', `This needs the role ${role}`);
  }
  return { caller: { kind: 'session', session }, isAway: standing === null };
}

// Null while the database is away.
async function findStanding(session: Session, db: Db | null): Promise<Standing | null> {
  if (db === null) return null;
  try {
    return await readStanding(db, session.id);
  } catch (error) {
    if (!isDbAway(error)) throw error;
    return null;
  }
}

async function findMachine(authorization: string, db: Db | null, wanted: Wanted): Promise<Found> {
  const token = parseToken(/^Bearer (.+)$/.exec(authorization)?.[1] ?? '');
  if (token === null || wanted.scope === null) throw noToken();
  if (db === null) throw dbAway();
  const [live, digest] = await Promise.all([findLiveToken(db, token.id), digestOf(token.secret)]);
  if (!isSameDigest(digest, live?.digest ?? DUMMY_DIGEST) || live === null) throw noToken();
  if (!live.scopes.includes(wanted.scope)) {
    throw new Refusal('FORBIDDEN', `This needs a token with the scope ${wanted.scope}`);
  }
  await markTokenUsed(db, token.id);
  return { caller: { kind: 'token', id: token.id }, isAway: false };
}

export function isOff(): Refusal {
  return new Refusal('UNAVAILABLE', 'Admin access is off: SESSION_SECRET is not set');
}

export function dbAway(): Refusal {
  return new Refusal('UNAVAILABLE', 'The database gives no answer: nothing can be read or saved');
}

function noSession(): Refusal {
  return new Refusal('UNAUTHENTICATED', 'Sign in first');
}

function noToken(): Refusal {
  const headers = { 'www-authenticate': 'Bearer' };
  return new Refusal('UNAUTHENTICATED', 'This token opens nothing here', { headers });
}
