/** Why a request was refused; the API's callers can rely on these words. */
export type ErrorCode = keyof typeof STATUS;

export const STATUS = {
  INVALID: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  TOO_LARGE: 413,
  NOT_JSON: 415,
  KEY_REUSED: 422,
  VERSION_REQUIRED: 428,
  TOO_MANY: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
} as const;

type Success = { status?: 200 | 201; headers?: Record<string, string> };

export function success(message: string, data: unknown, options: Success = {}): Response {
  const { status = 200, headers } = options;
  const body = { status: 'success', message, data };
  return Response.json(body, { status, headers: { ...NO_STORE, ...headers } });
}

type Failure = { requestId: string; data?: unknown; headers?: Record<string, string> };

export function failure(code: ErrorCode, message: string, options: Failure): Response {
  const { requestId, data = null, headers } = options;
  const body = { status: 'error', message, data, code, requestId };
  return Response.json(body, { status: STATUS[code], headers: { ...NO_STORE, ...headers } });
}

const NO_STORE = { 'cache-control': 'no-store' };

/** What Cloudflare names requests by; without it before us, anybody may send anything. */
const REQUEST_ID = /^[\w-]{8,64}$/;

/** The id that the caller, the log and Cloudflare know a request by. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get('cf-ray') ?? '';
  return REQUEST_ID.test(given) ? given : crypto.randomUUID();
}
