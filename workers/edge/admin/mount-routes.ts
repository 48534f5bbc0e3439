import type { Hono } from 'hono';
import { requestIdOf } from '../../shared/envelope.ts';
import { answerRoute } from './answer-route.ts';
import { refuse } from './refuse.ts';
import type { Route } from './route.ts';

/** Puts each route of the table into the API, and 405 beside it for what its path does not take. */
export function mountRoutes(api: Hono<{ Bindings: EdgeEnv }>, routes: readonly Route[]): void {
  for (const route of routes) {
    api.on(route.method, route.path, (c) =>
      answerRoute(route, { request: c.req.raw, env: c.env, params: c.req.param() }),
    );
  }
  for (const [path, allowed] of Map.groupBy(routes, (route) => route.path)) {
    const allow = allowed.map(({ method }) => (method === 'GET' ? 'GET, HEAD' : method)).join(', ');
    api.all(path, (c) =>
      refuse(c.req.path, {
        code: 'METHOD_NOT_ALLOWED',
        message: `${c.req.method} is not allowed on ${c.req.path}`,
        details: { headers: { allow } },
        requestId: requestIdOf(c.req.raw),
      }),
    );
  }
}
