import { Hono, type Context } from 'hono';
import { failure, requestIdOf } from '../shared/envelope.ts';
import { PublicationUnavailable } from '../shared/publication.ts';
import { answerUnknown } from './answer-unknown.ts';
import { health } from './routes/health.ts';
import { history } from './routes/history.ts';
import { status } from './routes/status.ts';
import { uptime } from './routes/uptime.ts';

type Bindings = { Bindings: EdgeEnv };

export const api = new Hono<Bindings>();

api.route('/healthz', health);
api.route('/api/v1/status', status);
api.route('/api/v1/status/uptime', uptime);
api.route('/api/v1/status/history', history);
api.all('/api/v1/monitoring/deploy/*', (c) => c.env.DEPLOY_VERIFY.fetch(c.req.raw));
for (const path of ['/api/v1/session/*', '/api/v1/monitoring/*', '/prometheus/*']) {
  api.all(path, (c) => answerAdmin(c));
}

api.notFound(answerUnknown);

api.onError((error, c) => {
  const requestId = requestIdOf(c.req.raw);
  if (error instanceof PublicationUnavailable) {
    return failure('UNAVAILABLE', 'The status cannot be read right now', { requestId });
  }
  console.error(`Cannot answer ${c.req.method} ${c.req.path} (${requestId}): ${error.stack}`);
  return failure('INTERNAL', 'Something went wrong on our side', { requestId });
});

// Loaded when it is first needed: public answers wait for neither a database driver nor for what reads tokens.
async function answerAdmin(c: Context<Bindings>): Promise<Response> {
  const { adminApi } = await import('./admin/admin-api.ts');
  return adminApi.fetch(c.req.raw, c.env);
}
