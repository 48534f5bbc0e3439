import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { hasVersion } from '../shared/etag.ts';
import { inTime } from '../shared/in-time.ts';
import { loadSnapshot } from '../shared/snapshot-store.ts';
import { withSecurityHeaders } from './security-headers.ts';
import { trimPolicy } from './trim-policy.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The edge cache may serve a page this long, and this much longer while it fetches the next. */
const CDN_CACHE = 'public, max-age=15, stale-while-revalidate=60';
/** The page's own age in milliseconds when it is sent, by which its script knows a wrong clock. */
const AGE = /data-age="(\d+)"/;
/** Room for the age of a page that nobody has renewed for a year. */
const AGE_DIGITS = 11;
/** Readers within this time of one another are sent the same bytes, with the age of the first of them. */
const SHARED_MS = 1_000;

const encoder = new TextEncoder();

type Serving = {
  kv: KVNamespace;
  nowMs: number;
  /** Where this page is asked for: it names itself by it. */
  origin: string;
  render: (request: Request) => Promise<Response>;
  waitUntil: (promise: Promise<unknown>) => void;
};

type Kept = {
  /** What it shows, and where. */
  origin: string;
  seq: number;
  generatedMs: number;
  /** When it must be made anew: its data grows stale, or a day begins and times gain their day. */
  validUntilMs: number;
  headers: Headers;
  bytes: Uint8Array;
  /** Where in the bytes its age stands, and the age that stands there. */
  ageAt: number;
  ageMs: number;
};

/** Longer than any page takes; then the one before it is served. */
const RENDER_MS = 2_000;

// The same for every visitor: the page of the newest snapshot, as it was rendered once.
let kept: Kept | null = null;
let rendering: { seq: number; origin: string; page: Promise<Kept | null> } | null = null;

/**
 * The status page: rendered once per snapshot and then served from memory. A page that cannot be made leaves the one
 * before it in its place, which knows its own age.
 */
export async function statusPage(request: Request, serving: Serving): Promise<Response> {
  const { kv, nowMs } = serving;
  const snapshot = await loadSnapshot(kv, nowMs);
  if (snapshot === null) return renderPlain(serving);
  if (kept === null || !isCurrent(kept, snapshot, serving)) await renderOnce(snapshot, serving);
  if (kept === null) return renderPlain(serving);
  return reply(request, kept, nowMs - kept.generatedMs);
}

// Nothing of a visitor's request reaches a page that others will see.
function renderPlain({ origin, render }: Serving): Promise<Response> {
  return render(new Request(`${origin}/`));
}

function isCurrent(page: Kept, { seq }: Snapshot, { origin, nowMs }: Serving): boolean {
  return page.seq === seq && page.origin === origin && nowMs < page.validUntilMs;
}

async function renderOnce(snapshot: Snapshot, serving: Serving): Promise<void> {
  const { origin, waitUntil } = serving;
  if (rendering?.seq !== snapshot.seq || rendering.origin !== origin) {
    const page = renderPlain(serving).then((made) => keep(made, snapshot, serving));
    rendering = { seq: snapshot.seq, origin, page };
    // Others wait for it too, so it goes on when the visitor who began it is gone.
    waitUntil(page.catch(() => null));
  }
  const mine = rendering;
  try {
    const page = await inTime(mine.page, RENDER_MS);
    if (page !== null && page.seq >= (kept?.seq ?? 0)) kept = page;
  } catch (error) {
    console.error(`Cannot render the status page: ${String(error)}`);
    if (kept === null) throw error;
  } finally {
    if (rendering === mine) rendering = null;
  }
}

// Only a page with results is worth keeping.
async function keep(page: Response, snapshot: Snapshot, serving: Serving): Promise<Kept | null> {
  if (page.status !== 200) return null;
  const { origin, nowMs } = serving;
  const secured = withSecurityHeaders(page);
  const html = (await secured.text()).replace(AGE, `data-age="${'0'.repeat(AGE_DIGITS)}"`);
  const { headers } = secured;
  headers.set('cloudflare-cdn-cache-control', CDN_CACHE);
  const policy = headers.get('content-security-policy') ?? '';
  headers.set('content-security-policy', await trimPolicy(policy, html));
  const ageAt = encoder.encode(html.slice(0, html.search(AGE) + 'data-age="'.length)).length;
  const generatedMs = Date.parse(snapshot.generatedAt);
  const validUntilMs = endOf(generatedMs + snapshot.staleAfterSec * 1000, nowMs);
  const bytes = encoder.encode(html);
  const { seq } = snapshot;
  return { origin, seq, generatedMs, validUntilMs, headers, bytes, ageAt, ageMs: -Infinity };
}

function endOf(staleMs: number, nowMs: number): number {
  const midnightMs = (Math.floor(nowMs / DAY_MS) + 1) * DAY_MS;
  return nowMs > staleMs ? midnightMs : Math.min(staleMs + 1, midnightMs);
}

function reply(request: Request, page: Kept, ageMs: number): Response {
  const { headers } = page;
  if (hasVersion(request.headers.get('if-none-match'), headers.get('etag') ?? '')) {
    return new Response(null, { status: 304, headers });
  }
  if (request.method === 'HEAD') return new Response(null, { headers });
  if (ageMs < page.ageMs || ageMs >= page.ageMs + SHARED_MS) stamp(page, ageMs);
  return new Response(page.bytes, { headers });
}

// Into a copy: readers who were sent the bytes may still be receiving them.
function stamp(page: Kept, ageMs: number): void {
  page.bytes = page.bytes.slice();
  const age = String(Math.max(0, ageMs)).padStart(AGE_DIGITS, '0');
  encoder.encodeInto(age, page.bytes.subarray(page.ageAt));
  page.ageMs = ageMs;
}
