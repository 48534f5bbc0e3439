import { Hono } from 'hono';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { toStatusResponse } from '../../../core/snapshot/status-response.ts';
import { toUptimeResponse } from '../../../core/snapshot/uptime-response.ts';
import { failure, requestIdOf, success } from '../../shared/envelope.ts';
import { loadSnapshot } from '../../shared/snapshot-store.ts';
import { refuseMethod } from '../refuse-method.ts';

/** Each answer is a pure form of the snapshot. */
const FORMS: Record<string, { message: string; form: (snapshot: Snapshot) => unknown }> = {
  '/': { message: 'Current status', form: toStatusResponse },
  '/uptime': { message: 'Uptime of the last 90 days', form: toUptimeResponse },
};

export const status = new Hono<{ Bindings: EdgeEnv }>();

for (const [path, { message, form }] of Object.entries(FORMS)) {
  status.get(path, async (c) => {
    const snapshot = await loadSnapshot(c.env.STATUS_KV, Date.now());
    if (snapshot !== null) return success(message, form(snapshot));
    const requestId = requestIdOf(c.req.raw);
    return failure('UNAVAILABLE', 'Nothing has been measured yet', { requestId });
  });
  status.all(path, (c) => refuseMethod(c.req.raw));
}
