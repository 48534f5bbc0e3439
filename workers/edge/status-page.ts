import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { hasVersion } from '../shared/etag.ts';
import { loadSnapshot } from '../shared/snapshot-store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The edge cache may serve a page this long, and this much longer while it fetches the next. */
const CDN_CACHE = 'public, max-age=15, stale-while-revalidate=60';
/** The page's own age in milliseconds when it was made, by which its script knows a wrong clock. */
const AGE = /data-age="\d+"/;

type Serving = {
  kv: KVNamespace;
  nowMs: number;
  render: (request: Request) => Promise<Response>;
  waitUntil: (promise: Promise<unknown>) => void;
};

type Kept = { key: string; headers: Headers; beforeAge: string; afterAge: string };

// The same for every visitor: the page of the newest snapshot, as it was rendered once.
let kept: Kept | null = null;
let rendering: { key: string; page: Promise<Kept | null> } | null = null;

/**
 * The status page: rendered once per snapshot and then served from memory. A page that cannot be made leaves the one
 * before it in its place, which knows its own age.
 */
export async function statusPage(request: Request, serving: Serving): Promise<Response> {
  const { kv, nowMs, render } = serving;
  const snapshot = await loadSnapshot(kv, nowMs);
  const { origin } = new URL(request.url);
  // Nothing of this visitor's request reaches a page that others will see.
  const plain = new Request(`${origin}/`);
  if (snapshot === null) return render(plain);
  const key = keyOf(snapshot, origin, nowMs);
  if (kept?.key !== key) await renderOnce(key, plain, serving);
  if (kept === null) return render(plain);
  return reply(request, kept, nowMs - Date.parse(snapshot.generatedAt));
}

// The page changes with its data, when that grows stale, and at midnight, when times gain their day.
function keyOf(snapshot: Snapshot, origin: string, nowMs: number): string {
  const isStale = nowMs - Date.parse(snapshot.generatedAt) > snapshot.staleAfterSec * 1000;
  return [origin, snapshot.seq, isStale, Math.floor(nowMs / DAY_MS)].join(' ');
}

async function renderOnce(key: string, plain: Request, { render, waitUntil }: Serving) {
  if (rendering?.key !== key) {
    rendering = { key, page: render(plain).then((page) => keep(key, page)) };
    // Others wait for it too, so it goes on when the visitor who began it is gone.
    waitUntil(rendering.page.catch(() => null));
  }
  try {
    kept = (await rendering.page) ?? kept;
  } catch (error) {
    console.error(`Cannot render the status page: ${String(error)}`);
    if (kept === null) throw error;
  } finally {
    rendering = null;
  }
}

// Only a page with results is worth keeping.
async function keep(key: string, page: Response): Promise<Kept | null> {
  if (page.status !== 200) return null;
  const [beforeAge = '', afterAge = ''] = (await page.text()).split(AGE);
  const headers = new Headers(page.headers);
  headers.set('cloudflare-cdn-cache-control', CDN_CACHE);
  return { key, headers, beforeAge, afterAge };
}

function reply(request: Request, page: Kept, ageMs: number): Response {
  const { headers, beforeAge, afterAge } = page;
  if (hasVersion(request.headers.get('if-none-match'), headers.get('etag') ?? '')) {
    return new Response(null, { status: 304, headers });
  }
  const body = `${beforeAge}data-age="${ageMs}"${afterAge}`;
  return new Response(request.method === 'HEAD' ? null : body, { headers });
}
