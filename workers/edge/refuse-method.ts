import { failure, requestIdOf } from '../shared/envelope.ts';

/** The answer to a known route that is only read. */
export function refuseMethod(request: Request): Response {
  const { pathname } = new URL(request.url);
  return failure('METHOD_NOT_ALLOWED', `${request.method} is not allowed on ${pathname}`, {
    requestId: requestIdOf(request),
    headers: { allow: 'GET, HEAD' },
  });
}
