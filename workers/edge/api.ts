import { Hono } from 'hono';
import { explainDbError } from '../../db/explain-error.ts';
import { isDbAway } from '../../db/is-db-away.ts';
import { failure, requestIdOf } from '../shared/envelope.ts';
import { LedgerUnavailable } from '../shared/ledger-store.ts';
import { SnapshotUnavailable } from '../shared/snapshot-store.ts';
import { dbAway } from './admin/find-caller.ts';
import { mountRoutes } from './admin/mount-routes.ts';
import { Refusal } from './admin/refusal.ts';
import { routes } from './admin/routes/index.ts';
import { health } from './routes/health.ts';
import { history } from './routes/history.ts';
import { status } from './routes/status.ts';
import { uptime } from './routes/uptime.ts';

export const api = new Hono<{ Bindings: EdgeEnv }>();

api.route('/healthz', health);
api.route('/api/v1/status', status);
api.route('/api/v1/status/uptime', uptime);
api.route('/api/v1/status/history', history);
api.all('/api/v1/monitoring/deploy/*', (c) => c.env.DEPLOY_VERIFY.fetch(c.req.raw));
mountRoutes(api, routes);

api.notFound((c) => {
  const { method, path } = c.req;
  return failure('NOT_FOUND', `No such route: ${method} ${path}`, {
    requestId: requestIdOf(c.req.raw),
  });
});

api.onError((error, c) => {
  const requestId = requestIdOf(c.req.raw);
  const refused = isDbAway(error) ? dbAway() : error;
  if (refused instanceof Refusal) {
    return failure(refused.code, refused.message, { requestId, ...refused.details });
  }
  if (error instanceof SnapshotUnavailable || error instanceof LedgerUnavailable) {
    return failure('UNAVAILABLE', 'The status cannot be read right now', { requestId });
  }
  console.error(`Cannot answer ${c.req.method} ${c.req.path} (${requestId}): ${explain(error)}`);
  return failure('INTERNAL', 'Something went wrong on our side', { requestId });
});

// A query repeats its values in its message, and they are nobody's business.
function explain(error: Error): string {
  return 'query' in error ? explainDbError(error) : (error.stack ?? error.message);
}
