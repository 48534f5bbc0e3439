import { isDbAway } from '../../../db/is-db-away.ts';
import { commitWrite } from '../../../db/queries/write.ts';
import { success } from '../../shared/envelope.ts';
import { inTime } from '../../shared/in-time.ts';
import { digestOf } from '../auth/digest.ts';
import { Refusal } from './refusal.ts';
import type { DbCall, Otherwise, Published, WriteRoute } from './route.ts';

/** The caller's name for a write: as `crypto.randomUUID()` makes it, or any other word. */
const KEY = /^[\w.:-]{8,128}$/;
/** RFC 9110, section 8.8.3, as the routes give it out. */
const ETAG = /^"(\d{1,9})"$/;

const PUBLISH_MS = 5_000;

type Sent = { text: string; body: unknown };

/** Makes the change that a route plans, once per key, and says how it ended. */
export async function runWrite(route: WriteRoute, call: DbCall, sent: Sent): Promise<Response> {
  const { request, db, actor, requestId } = call;
  const key = readKey(request);
  const version = route.isVersioned === true ? readVersion(request) : 0;
  const plan = await route.plan({
    ...call,
    body: sent.body,
    version,
    key: `${actor.kind}:${actor.id}:${key}`,
  });
  const fingerprint = await digestOf(
    [request.method, new URL(request.url).pathname, version, sent.text].join('\n'),
  );
  const record = { actor, requestId, key: { key, fingerprint } };
  const written = await commitWrite(db, plan.effect, record).catch(explainUnclear);
  switch (written.kind) {
    case 'done': {
      if (plan.publishes) await publish(call, plan.publishes);
      const { data, version: now, isRepeat } = written;
      const shown = isRepeat || plan.present === undefined ? data : plan.present(data);
      const headers = { ...etagOf(now), ...(isRepeat && { 'idempotency-replayed': 'true' }) };
      return success(plan.message, shown, { status: plan.status ?? 200, headers });
    }
    case 'other-request':
      throw new Refusal('KEY_REUSED', 'This Idempotency-Key was used for another request');
    case 'nothing':
      return answerOtherwise(await plan.otherwise());
  }
}

/** What was saved is saved: what cannot be published now is published by a tick. */
async function publish({ env, requestId }: DbCall, what: Published): Promise<void> {
  try {
    const asked = what === 'words' ? env.MONITOR.publish() : env.MONITOR.publishUptime();
    await inTime(Promise.resolve(asked), PUBLISH_MS);
  } catch (error) {
    console.error(`Cannot publish what was saved (${requestId}): ${String(error)}`);
  }
}

export function etagOf(version: number | null | undefined): Record<string, string> {
  return version === null || version === undefined ? {} : { etag: `"${version}"` };
}

/** For an id that is unknown, or known and none of the caller's business: nobody can tell which. */
export function notFound(): Refusal {
  return new Refusal('NOT_FOUND', 'There is no such thing');
}

function answerOtherwise(otherwise: Otherwise): Response {
  switch (otherwise.kind) {
    case 'missing':
      throw notFound();
    case 'conflict': {
      const { message, data, version } = otherwise;
      throw new Refusal('CONFLICT', message, { data, headers: etagOf(version) });
    }
    case 'unchanged':
      return success('It was so already', otherwise.data, { headers: etagOf(otherwise.version) });
  }
}

function readKey({ headers }: Request): string {
  const key = headers.get('idempotency-key') ?? '';
  if (KEY.test(key)) return key;
  throw new Refusal(
    'INVALID',
    'A write needs an Idempotency-Key: 8 to 128 letters, digits, . : _ or -',
  );
}

function readVersion({ headers }: Request): number {
  const given = headers.get('if-match');
  if (given === null) {
    throw new Refusal('VERSION_REQUIRED', 'This needs If-Match with the ETag of what is changed');
  }
  const [, version] = ETAG.exec(given) ?? [];
  if (version === undefined)
    throw new Refusal('INVALID', 'If-Match must be an ETag as it was given');
  return Number(version);
}

// The change may have been made, and its answer lost.
function explainUnclear(error: unknown): never {
  if (!isDbAway(error)) throw error;
  throw new Refusal(
    'UNAVAILABLE',
    'The database gave no answer, so nobody knows whether this was saved: send it again with the same Idempotency-Key',
  );
}
