import { Hono } from 'hono';
import * as z from 'zod';
import { toHistoryResponse } from '../../../core/snapshot/history-response.ts';
import { failure, requestIdOf, success } from '../../shared/envelope.ts';
import { loadHistory } from '../../shared/history-store.ts';
import { refuseMethod } from '../refuse-method.ts';

const Paging = z.object({
  page: z.coerce.number().int().min(1).max(1_000).default(1),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

/** Incidents and maintenance of the last 90 days. */
export const history = new Hono<{ Bindings: EdgeEnv }>();

history.get('/', async (c) => {
  const requestId = requestIdOf(c.req.raw);
  const paging = Paging.safeParse(c.req.query());
  if (!paging.success) {
    const message = `Cannot page: ${z.prettifyError(paging.error)}`;
    return failure('INVALID', message, { requestId });
  }
  const published = await loadHistory(c.env.STATUS_KV, Date.now());
  if (published === null) {
    return failure('UNAVAILABLE', 'Nothing has been published yet', { requestId });
  }
  return success(
    'Incidents and maintenance of the last 90 days',
    toHistoryResponse(published, paging.data),
  );
});

history.all('/', (c) => refuseMethod(c.req.raw));
