import * as z from 'zod';
import { BannerRequest } from '../../../../core/incidents/banner-request.ts';
import { explainDbError } from '../../../../db/explain-error.ts';
import { noteBanner } from '../../../../db/queries/banner-note.ts';
import { commitWrite } from '../../../../db/queries/write.ts';
import { success } from '../../../shared/envelope.ts';
import { inTime } from '../../../shared/in-time.ts';
import { parseInput } from '../parse-input.ts';
import { Refusal } from '../refusal.ts';
import type { AdminCall, Route } from '../route.ts';

const PATH = '/api/v1/monitoring/banner';
const SET_MS = 5_000;

type ActCall = AdminCall & { body: unknown };

/** The word above everything else: it can be set while the database is away. */
export const banner: Route[] = [
  { method: 'PUT', path: PATH, role: 'ADMIN', act: put },
  { method: 'DELETE', path: PATH, role: 'ADMIN', act: remove },
];

async function put(call: ActCall): Promise<Response> {
  const request = parseInput(BannerRequest, call.body);
  if (request.until !== null && Date.parse(request.until) <= call.nowMs) {
    throw new Refusal('INVALID', 'until: must be in the future');
  }
  return set(call, request, 'Banner set');
}

async function remove(call: ActCall): Promise<Response> {
  parseInput(z.strictObject({}), call.body);
  return set(call, null, 'Banner taken away');
}

async function set(call: AdminCall, request: BannerRequest | null, message: string) {
  const { env, actor, requestId } = call;
  let seq: number | null;
  try {
    const asked = env.MONITOR.setBanner(request, actor.id);
    ({ seq } = await inTime(Promise.resolve(asked), SET_MS));
  } catch (error) {
    console.error(`Cannot set the banner (${requestId}): ${String(error)}`);
    throw new Refusal('UNAVAILABLE', 'Nobody knows whether the banner was set: send it again');
  }
  await noteIt(call, request);
  // Before the first round there is no page to show it on.
  return success(message, { banner: request, isPublished: seq !== null });
}

// The banner stands, and who set it is kept beside it.
async function noteIt({ db, actor, requestId }: AdminCall, request: BannerRequest | null) {
  if (db === null) return;
  try {
    await commitWrite(db, noteBanner(request), { actor, requestId, key: null });
  } catch (error) {
    console.error(`Cannot note the banner (${requestId}): ${explainDbError(error)}`);
  }
}
