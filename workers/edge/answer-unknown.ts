import type { Context } from 'hono';
import { failure, requestIdOf } from '../shared/envelope.ts';

/** The answer where there is no route. */
export function answerUnknown(c: Context): Response {
  const { method, path, raw } = c.req;
  const requestId = requestIdOf(raw);
  return failure('NOT_FOUND', `No such route: ${method} ${path}`, { requestId });
}
