import { Hono } from 'hono';
import { failure, requestIdOf, success } from '../../shared/envelope.ts';
import { loadSnapshot } from '../../shared/snapshot-store.ts';
import { refuseMethod } from '../refuse-method.ts';

/** Pharos' own health: whether what it publishes is fresh. */
export const health = new Hono<{ Bindings: EdgeEnv }>();

health.get('/', async (c) => {
  const snapshot = await loadSnapshot(c.env.STATUS_KV, Date.now());
  const requestId = requestIdOf(c.req.raw);
  if (snapshot === null)
    return failure('UNAVAILABLE', 'Nothing has been published yet', { requestId });
  const { generatedAt, seq, staleAfterSec } = snapshot;
  const ageSec = Math.max(0, Math.round((Date.now() - Date.parse(generatedAt)) / 1000));
  const data = { generatedAt, seq, ageSec, staleAfterSec };
  if (ageSec <= staleAfterSec) return success('What is published is fresh', data);
  return failure('UNAVAILABLE', 'What is published is stale', { requestId, data });
});

health.all('/', (c) => refuseMethod(c.req.raw));
