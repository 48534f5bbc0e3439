/** Why a request was refused; the API's callers can rely on these words. */
export type ErrorCode = 'INVALID' | 'NOT_FOUND' | 'METHOD_NOT_ALLOWED' | 'UNAVAILABLE' | 'INTERNAL';

const STATUS: Record<ErrorCode, number> = {
  INVALID: 400,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

export function success(message: string, data: unknown): Response {
  return Response.json({ status: 'success', message, data }, { headers: NO_STORE });
}

type Failure = { requestId: string; data?: unknown; headers?: Record<string, string> };

export function failure(code: ErrorCode, message: string, options: Failure): Response {
  const { requestId, data = null, headers } = options;
  const body = { status: 'error', message, data, code, requestId };
  return Response.json(body, { status: STATUS[code], headers: { ...NO_STORE, ...headers } });
}

const NO_STORE = { 'cache-control': 'no-store' };

/** The id that the caller, the log and Cloudflare know a request by. */
export function requestIdOf(request: Request): string {
  return request.headers.get('cf-ray') ?? crypto.randomUUID();
}
