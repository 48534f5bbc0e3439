import { renewSession, type Session } from '../../../core/auth/session.ts';
import { openDb, type Db } from '../../../db/client.ts';
import { recordLateStart } from '../../../db/queries/sessions.ts';
import { requestIdOf, success } from '../../shared/envelope.ts';
import { writeCookie } from '../../shared/session/cookie.ts';
import { sealSession } from '../../shared/session/seal.ts';
import { readAuthSettings } from '../auth/settings.ts';
import { checkOrigin, isJson } from './check-origin.ts';
import { actorOf, actorOfSession, dbAway, findCaller } from './find-caller.ts';
import { hasNull, readBody } from './read-body.ts';
import { readForm } from './read-form.ts';
import { Refusal } from './refusal.ts';
import type { AdminCall, Call, OpenRoute, Reply, Route } from './route.ts';
import { etagOf, notFound, runWrite } from './run-write.ts';

/** How long the database may take over all that one request asks it, in milliseconds. */
const DEADLINE_MS = 4_000;

export type Asked = { request: Request; env: EdgeEnv; params: Record<string, string> };

/** One request to a route of the table: who calls and whether they may, then what they want. Throws a Refusal. */
export async function answerRoute(route: Route, asked: Asked): Promise<Response> {
  const call = toCall(route, asked);
  // No id of ours has other letters.
  if (!Object.values(asked.params).every((value) => /^[\w.~-]{1,128}$/.test(value)))
    throw notFound();
  if (route.role === null) {
    checkOrigin(call.request);
    return route.open({ ...call, body: (await readSent(call)).body });
  }
  const { databaseUrl } = call.settings;
  const db = databaseUrl === null ? null : openDb(databaseUrl, AbortSignal.timeout(DEADLINE_MS));
  const { role, scope = null } = route;
  const { caller, isAway } = await findCaller(call, db, {
    role,
    scope,
    takesForm: 'form' in route,
  });
  const usable = isAway ? null : db;
  const response = await run(route, { ...call, caller, actor: actorOf(caller), db: usable });
  if (caller.kind === 'session') await keepSession(response, caller.session, { call, db: usable });
  return response;
}

function toCall(route: Route, { request, env, params }: Asked): Call {
  return {
    request,
    env,
    params,
    query: 'form' in route ? {} : readQuery(new URL(request.url).searchParams),
    settings: readAuthSettings(env),
    nowMs: Date.now(),
    requestId: requestIdOf(request),
  };
}

function readQuery(given: URLSearchParams): Record<string, string> {
  const names = [...given.keys()];
  if (new Set(names).size < names.length) {
    throw new Refusal('INVALID', 'A name may come once in the query');
  }
  const [wrong] = [...given].find((pair) => pair.some(hasNull)) ?? [];
  if (wrong !== undefined) throw new Refusal('INVALID', `${wrong}: holds the letter U+0000`);
  return Object.fromEntries(given);
}

async function run(route: Exclude<Route, OpenRoute>, call: AdminCall): Promise<Response> {
  if ('form' in route) return route.ask({ ...call, sent: await readForm(call.request) });
  if ('readAlways' in route) return toResponse(await route.readAlways(call));
  if ('act' in route) return route.act({ ...call, body: (await readSent(call)).body });
  const { db } = call;
  if (db === null) throw dbAway();
  if ('plan' in route) return runWrite(route, { ...call, db }, await readSent(call));
  return toResponse(await route.read({ ...call, db }));
}

function toResponse({ message, data, version }: Reply): Response {
  return success(message, data, { headers: etagOf(version) });
}

async function readSent({ request }: Call) {
  if (!isJson(request.headers.get('content-type'))) {
    throw new Refusal('NOT_JSON', 'The request must be JSON: content-type application/json');
  }
  return readBody(request);
}

type Keeping = { call: Call; db: Db | null };

// The cookie of a session that goes on, when it must be sealed anew.
async function keepSession(response: Response, session: Session, { call, db }: Keeping) {
  const { request, settings, nowMs, requestId } = call;
  if (settings.sessionSecret === null || response.headers.has('set-cookie')) return;
  const isRecorded = session.isUnrecorded && db !== null;
  if (isRecorded) {
    await recordLateStart(db, session, { actor: actorOfSession(session), requestId });
  }
  // What a page asks by itself, again and again, is no sign that somebody is there.
  const isPoll = request.headers.get('x-pharos-poll') === '1';
  const renewed = isPoll ? null : renewSession(session, nowMs);
  if (renewed === null && !isRecorded) return;
  const next = { ...session, ...renewed, isUnrecorded: session.isUnrecorded && !isRecorded };
  response.headers.set('set-cookie', writeCookie(await sealSession(next, settings.sessionSecret)));
}
