import type { ServerResponse } from 'node:http';
import { ROUTE, type ObservedRequest } from '../http/observed-request.ts';
import type { Settings } from '../settings.ts';
import { isTokenAllowed } from './is-token-allowed.ts';
import { sendJson } from './send-json.ts';

type Next = () => void;
type Middleware = (request: ObservedRequest, response: ServerResponse, next: Next) => void;

/** Lets requests for /metrics and the health reports pass with a token only. `onScrape` hears of each that reads metrics. */
export function guardPaths(settings: Settings, onScrape: () => void): Middleware {
  const { paths, tokens, isOpenWithoutToken } = settings;
  const guarded = new Set(Object.values(paths).map(normalize));
  const metrics = normalize(paths.metrics);

  return function guard(request, response, next) {
    const path = normalize(request.url ?? '/');
    if (!guarded.has(path)) return next();
    request[ROUTE] = path;
    response.setHeader('cache-control', 'no-store');
    const refusal = findRefusal(request.headers.authorization);
    if (refusal !== null) return refuse(response, refusal);
    if (path === metrics) onScrape();
    next();
  };

  function findRefusal(authorization: string | undefined): 401 | 503 | null {
    if (tokens.length === 0) return isOpenWithoutToken ? null : 503;
    return isTokenAllowed(authorization, tokens) ? null : 401;
  }
}

function refuse(response: ServerResponse, statusCode: 401 | 503) {
  if (statusCode === 503) {
    return sendJson(response, 503, { statusCode, message: 'Closed: METRICS_TOKENS is not set' });
  }
  response.setHeader('www-authenticate', 'Bearer realm="observability"');
  sendJson(response, 401, { statusCode, message: 'Unauthorized' });
}

// As Express compares: without query and trailing slashes, in any case.
function normalize(url: string): string {
  const path = url.split('?')[0] ?? '';
  return path.toLowerCase().replace(/\/+$/, '') || '/';
}
