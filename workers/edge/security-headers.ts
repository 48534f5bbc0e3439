const HEADERS = {
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** For what is not a page of ours: it may load and run nothing. */
const NO_CONTENT = "default-src 'none'; frame-ancestors 'none'";

export function hasSecurityHeaders({ headers }: Response): boolean {
  return headers.has('permissions-policy');
}

/** The response with what every response of this Worker carries. A page brings a policy of its own. */
export function withSecurityHeaders(response: Response): Response {
  const secured = new Response(response.body, response);
  for (const [name, value] of Object.entries(HEADERS)) secured.headers.set(name, value);
  if (!secured.headers.has('content-security-policy')) {
    secured.headers.set('content-security-policy', NO_CONTENT);
  }
  // What fails, and what does not say that it may be kept, is kept nowhere.
  const mayBeKept = response.status < 400 && secured.headers.has('cache-control');
  if (!mayBeKept) secured.headers.set('cache-control', 'no-store');
  return secured;
}
