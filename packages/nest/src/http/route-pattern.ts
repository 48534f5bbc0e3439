import { ROUTE, type ObservedRequest } from './observed-request.ts';

const UNMATCHED = '(unmatched)';

/**
 * The pattern that a request was routed by, never its URL: there are as many as the code has routes. A request that
 * came to no route is `(unmatched)`.
 */
export function routePattern(request: ObservedRequest, status: number): string {
  const known = request[ROUTE];
  if (known !== undefined) return known;
  const path = request.route?.path;
  if (path instanceof RegExp) return '(regexp)';
  if (typeof path !== 'string' || isMiddleware(path, status)) return UNMATCHED;
  return (request.baseUrl ?? '') + path;
}

// Nest mounts middleware as routes with an optional wildcard, and they are all that an unknown URL comes through.
function isMiddleware(path: string, status: number): boolean {
  return /\{[^}]*\*/.test(path) || (status === 404 && path.includes('*'));
}
