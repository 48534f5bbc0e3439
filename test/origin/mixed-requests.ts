// Requests of every kind that is counted in a way of its own, and what the client saw of each.
const PRODUCTS = '/api/v1/digital-products';
const ABORT_AFTER_MS = 120;

type Kind = { method?: string; path: string; route: string; init?: RequestInit; isAborted?: true };

const json = (body: string): RequestInit => ({
  headers: { 'content-type': 'application/json' },
  body,
});

/** `userToken` is that of a user who is no administrator. */
export function mixedKinds(userToken: string): Kind[] {
  const asUser = { headers: { authorization: `Bearer ${userToken}` } };
  return [
    { path: `${PRODUCTS}?limit=2`, route: PRODUCTS },
    { path: `${PRODUCTS}/gantt-chart`, route: `${PRODUCTS}/:slug` },
    { path: `${PRODUCTS}/none-such`, route: `${PRODUCTS}/:slug` },
    { path: `${PRODUCTS}/by-id/x`, route: `${PRODUCTS}/by-id/:id` },
    { path: `${PRODUCTS}/admin/stats`, route: `${PRODUCTS}/admin/stats` },
    { path: `${PRODUCTS}/admin/stats`, route: `${PRODUCTS}/admin/stats`, init: asUser },
    { path: `${PRODUCTS}/slow`, route: `${PRODUCTS}/slow` },
    { path: `${PRODUCTS}/slow`, route: `${PRODUCTS}/slow`, isAborted: true },
    { path: `${PRODUCTS}/stream/live`, route: `${PRODUCTS}/stream/live` },
    { path: `${PRODUCTS}/stream/download`, route: `${PRODUCTS}/stream/download` },
    { method: 'HEAD', path: `${PRODUCTS}/gantt-chart`, route: `${PRODUCTS}/:slug` },
    { method: 'OPTIONS', path: PRODUCTS, route: '(unmatched)' },
    { path: '/api/v1/nothing/7', route: '(unmatched)' },
    { path: '/wp-login.php', route: '(unmatched)' },
    { path: '/health', route: '/health' },
    { path: '/health/detailed', route: '/health/detailed' },
    {
      method: 'POST',
      path: '/api/v1/checkout/cart',
      route: '(unmatched)',
      init: json('{"sessionId":'),
    },
    {
      method: 'POST',
      path: '/api/v1/checkout/cart',
      route: '/api/v1/checkout/cart',
      init: json('{"sessionId":"s"}'),
    },
    {
      method: 'POST',
      path: '/api/v1/checkout/cart',
      route: '/api/v1/checkout/cart',
      init: json('{}'),
    },
    { method: 'POST', path: '/api/v1/webhooks/stripe', route: '/api/v1/webhooks/stripe' },
  ];
}

/** Sends `count` requests, a few at a time; gives "METHOD route status" to how often the client saw it. */
export async function sendMixed(
  url: string,
  kinds: readonly Kind[],
  { count, atOnce }: { count: number; atOnce: number },
): Promise<Record<string, number>> {
  const seen: Record<string, number> = {};
  let sent = 0;
  async function work() {
    while (sent < count) {
      const kind = kinds[sent % kinds.length];
      sent += 1;
      if (kind === undefined) return;
      const key = `${kind.method ?? 'GET'} ${kind.route} ${await sendOne(url, kind)}`;
      seen[key] = (seen[key] ?? 0) + 1;
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return seen;
}

async function sendOne(url: string, { method = 'GET', path, init, isAborted }: Kind) {
  const signal = isAborted ? { signal: AbortSignal.timeout(ABORT_AFTER_MS) } : {};
  const asked = fetch(url + path, { method, ...init, ...signal });
  if (isAborted)
    return asked.then(
      () => 'answered',
      () => 499,
    );
  const response = await asked;
  await response.arrayBuffer();
  return response.status;
}
