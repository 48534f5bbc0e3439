import { Hono } from 'hono';
import { toStatusResponse } from '../../../core/snapshot/status-response.ts';
import { failure, requestIdOf, success } from '../../shared/envelope.ts';
import { loadSnapshot } from '../../shared/snapshot-store.ts';
import { refuseMethod } from '../refuse-method.ts';

export const status = new Hono<{ Bindings: EdgeEnv }>();

status.get('/', async (c) => {
  const snapshot = await loadSnapshot(c.env.STATUS_KV, Date.now());
  if (snapshot !== null) return success('Current status', toStatusResponse(snapshot));
  const requestId = requestIdOf(c.req.raw);
  return failure('UNAVAILABLE', 'Nothing has been measured yet', { requestId });
});

status.all('/', (c) => refuseMethod(c.req.raw));
