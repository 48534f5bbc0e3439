import { Hono } from 'hono';
import { explainDbError } from '../../../db/explain-error.ts';
import { isDbAway } from '../../../db/is-db-away.ts';
import { requestIdOf } from '../../shared/envelope.ts';
import { answerUnknown } from '../answer-unknown.ts';
import { dbAway } from './find-caller.ts';
import { mountRoutes } from './mount-routes.ts';
import { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';
import { routes } from './routes/index.ts';

/** The part of the API that asks who calls. */
export const adminApi = new Hono<{ Bindings: EdgeEnv }>();

mountRoutes(adminApi, routes);

adminApi.notFound(answerUnknown);

adminApi.onError((error, c) => {
  const requestId = requestIdOf(c.req.raw);
  const refused = isDbAway(error) ? dbAway() : error;
  if (refused instanceof Refusal) {
    const { code, message, details } = refused;
    return refuse(c.req.path, { code, message, details, requestId });
  }
  console.error(`Cannot answer ${c.req.method} ${c.req.path} (${requestId}): ${explain(error)}`);
  const message = 'Something went wrong on our side';
  return refuse(c.req.path, { code: 'INTERNAL', message, details: {}, requestId });
});

// A query repeats its values in its message, and they are nobody's business.
function explain(error: Error): string {
  return 'query' in error ? explainDbError(error) : (error.stack ?? error.message);
}
