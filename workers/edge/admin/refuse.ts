import { failure, STATUS, type ErrorCode } from '../../shared/envelope.ts';
import type { Refusal } from './refusal.ts';

type Refused = Pick<Refusal, 'message' | 'details'> & { code: ErrorCode; requestId: string };

/** The answer to what is refused: in our envelope, or where a path speaks the language of Prometheus in its own. */
export function refuse(path: string, { code, message, details, requestId }: Refused): Response {
  if (!path.startsWith('/prometheus/')) return failure(code, message, { requestId, ...details });
  const body = { status: 'error', errorType: typeOf(code), error: message };
  const headers = { 'cache-control': 'no-store', ...details.headers };
  return Response.json(body, { status: STATUS[code], headers });
}

function typeOf(code: ErrorCode): string {
  if (code === 'NOT_FOUND') return 'not_found';
  if (code === 'UNAVAILABLE') return 'unavailable';
  return code === 'INTERNAL' ? 'internal' : 'bad_data';
}
