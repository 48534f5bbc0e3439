import type { Entrance, Session } from '../../../core/auth/session.ts';
import { openDb } from '../../../db/client.ts';
import { isDbAway } from '../../../db/is-db-away.ts';
import { startSession } from '../../../db/queries/sessions.ts';
import { success } from '../../shared/envelope.ts';
import { sayOnChange } from '../../shared/log.ts';
import { writeCookie } from '../../shared/session/cookie.ts';
import { loadEpoch } from '../../shared/session/epoch-store.ts';
import { sealSession } from '../../shared/session/seal.ts';
import { actorOfSession, dbAway, isOff } from '../admin/find-caller.ts';
import { Refusal } from '../admin/refusal.ts';
import type { Call } from '../admin/route.ts';
import { digestOf } from './digest.ts';
import { isSameDigest } from './is-same-digest.ts';
import { KeysUnavailable } from './keys.ts';
import { verifyToken } from './verify-token.ts';

const DEADLINE_MS = 4_000;

/** What somebody showed, and what it makes of them. */
type Shown = Pick<Session, 'user' | 'role' | 'entrance'> & {
  /** What may be exchanged only once, and until when it could be. */
  once: { id: string; expiresMs: number } | null;
};

/** Exchanges a token of the origin, an assertion of Cloudflare Access or the break-glass token for a session. */
export async function openSessionFor(call: Call): Promise<Response> {
  const { request, env, settings, nowMs } = call;
  const from = request.headers.get('cf-connecting-ip') ?? 'unknown';
  const { success: isFew } = await env.LOGIN_LIMIT.limit({ key: from });
  if (!isFew) {
    const headers = { 'retry-after': '60' };
    throw new Refusal('TOO_MANY', 'Too many attempts: try again in a minute', { headers });
  }
  for (const problem of settings.problems) sayOnChange(`setting ${problem}`, problem);
  if (settings.sessionSecret === null) throw isOff();
  const shown = await judgeShown(call);
  const started = await begin(call, shown);
  const { user, role, entrance } = shown;
  const session = { ...started, user, role, entrance, startedMs: nowMs, seenMs: nowMs };
  const headers = { 'set-cookie': writeCookie(await sealSession(session, settings.sessionSecret)) };
  return success('Signed in', { user, role, entrance }, { status: 201, headers });
}

async function judgeShown(call: Call): Promise<Shown> {
  const { settings } = call;
  const bearer = /^Bearer (\S+)$/.exec(call.request.headers.get('authorization') ?? '')?.[1];
  if (bearer !== undefined && (await isBreakGlass(bearer, settings.breakGlassHash))) {
    return { user: 'break-glass', role: 'SUPER_ADMIN', entrance: 'break-glass', once: null };
  }
  const { way } = settings;
  const isAccess = way?.mode === 'access';
  const assertion = call.request.headers.get('cf-access-jwt-assertion');
  const token = isAccess ? assertion : bearer;
  if (way === null || token === null || token === undefined) throw notAccepted();
  const judged = await verifyToken(token, way, { kv: call.env.STATUS_KV, nowMs: call.nowMs }).catch(
    explainNoKeys,
  );
  if (judged.kind === 'refused') {
    console.log(`A sign-in was refused (${call.requestId}): ${judged.reason}`);
    if (judged.because === 'unauthenticated') throw notAccepted();
    throw new Refusal('FORBIDDEN', 'This account may not sign in here');
  }
  const { user, role, jti, expiresMs } = judged;
  const entrance: Entrance = isAccess ? 'access' : 'origin';
  // Access shows the same assertion with each request: it is good for as long as it says.
  const id = jti === null || isAccess ? null : `token ${await digestOf(jti)}`;
  return { user, role, entrance, once: id === null ? null : { id, expiresMs: expiresMs + 60_000 } };
}

async function isBreakGlass(bearer: string, hash: string | null): Promise<boolean> {
  const digest = await digestOf(bearer);
  return hash !== null && isSameDigest(digest, hash);
}

type Begun = Pick<Session, 'id' | 'epoch' | 'isUnrecorded'>;

async function begin(call: Call, { once, ...shown }: Shown): Promise<Begun> {
  const { settings, requestId } = call;
  const id = crypto.randomUUID();
  if (settings.databaseUrl === null) return beginWithout(call, { id, shown });
  const db = openDb(settings.databaseUrl, AbortSignal.timeout(DEADLINE_MS));
  const actor = actorOfSession(shown);
  try {
    const start = { session: { id, ...shown }, actor, requestId, once };
    const epoch = await startSession(db, start);
    if (epoch === null) throw notAccepted();
    return { id, epoch, isUnrecorded: false };
  } catch (error) {
    if (!isDbAway(error)) throw error;
    return beginWithout(call, { id, shown });
  }
}

// While the database is away only the break-glass token opens; its use is noted when the database is back.
async function beginWithout(
  { env, requestId }: Call,
  { id, shown }: { id: string; shown: Omit<Shown, 'once'> },
): Promise<Begun> {
  if (shown.entrance !== 'break-glass') throw dbAway();
  const epoch = await loadEpoch(env.STATUS_KV);
  if (epoch === null) throw dbAway();
  console.warn(`The break-glass token was used while the database is away (${requestId})`);
  return { id, epoch, isUnrecorded: true };
}

function explainNoKeys(error: unknown): never {
  if (!(error instanceof KeysUnavailable)) throw error;
  throw new Refusal('UNAVAILABLE', 'The keys of the issuer cannot be read right now');
}

function notAccepted(): Refusal {
  return new Refusal('UNAUTHENTICATED', 'This was not accepted: get a new token and try again');
}
