// Requests per second of `/` by the built edge, against a baseline of the same run: the same Worker answering a path
// that renders nothing (/api/v1/status), through the same local runtime.
import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import autocannon from 'autocannon';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { buildSnapshot } from '../core/snapshot/build-snapshot.ts';
import { BAR_COUNT } from '../core/snapshot/recent-bars.ts';

const SLOT_MS = 30_000;
const SECONDS = 5;
const root = resolve('dist/server');

const miniflare = await startEdge();
try {
  const url = String(await miniflare.ready);
  const baseline = await measure('baseline /api/v1/status', new URL('/api/v1/status', url));
  const page = await measure('page     /', new URL('/', url));
  const unchanged = await measureUnchanged(new URL('/', url));
  console.log(`page / baseline: ${(page / baseline).toFixed(2)}`);
  console.log(`page, not modified / baseline: ${(unchanged / baseline).toFixed(2)}`);
} finally {
  await miniflare.dispose();
}

async function startEdge(): Promise<Miniflare> {
  const modules = globSync('**/*.mjs', { cwd: root }).filter((file) => file !== 'entry.mjs');
  const edge = new Miniflare(
    convertV4MiniflareOptions({
      name: 'edge',
      cf: false,
      log: new Log(LogLevel.ERROR),
      modulesRoot: root,
      // The first module is the entry.
      modules: ['entry.mjs', ...modules].map((file) => ({
        type: 'ESModule',
        path: join(root, file),
      })),
      compatibilityDate: '2026-10-12',
      compatibilityFlags: ['nodejs_compat', 'global_fetch_strictly_public'],
      kvNamespaces: { STATUS_KV: 'status-kv' },
      assets: {
        directory: resolve('dist/client'),
        binding: 'ASSETS',
        routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: false },
        assetConfig: {},
      },
    }),
  );
  const kv = await edge.getKVNamespace('STATUS_KV');
  await kv.put('snapshot:v1', JSON.stringify(sampleSnapshot()));
  return edge;
}

function sampleSnapshot() {
  const tickMs = Math.floor(Date.now() / SLOT_MS) * SLOT_MS;
  const services = Array.from({ length: 7 }, (_, index) => ({
    serviceName: `service-${index}`,
    displayName: `Service ${index}`,
  }));
  const recent = Array.from({ length: 2 * BAR_COUNT }, (_, index) => ({
    slotMs: tickMs - index * SLOT_MS,
    result: 'up' as const,
    latencyMs: 40 + ((index * 7) % 23),
  }));
  const known = { status: 'UP' as const, latency: 42, lastCheckedAtMs: tickMs, recent };
  return buildSnapshot({
    product: { name: 'KTBlog', url: null },
    services,
    known: new Map(services.map(({ serviceName }) => [serviceName, known])),
    rounds: [],
    tickMs,
    slotMs: SLOT_MS,
    nowMs: Date.now(),
    watchingSinceMs: tickMs,
    publishEverySec: 60,
    previousSeq: 0,
  });
}

async function measure(
  name: string,
  url: URL,
  headers: Record<string, string> = {},
): Promise<number> {
  const options = { url: String(url), connections: 10, headers };
  await autocannon({ ...options, duration: 1 });
  const { requests, latency, errors } = await autocannon({ ...options, duration: SECONDS });
  const figures = `p50 ${latency.p50} ms, p99 ${latency.p99} ms, ${errors} errors`;
  console.log(`${name}: ${requests.average.toFixed(0)} requests/s, ${figures}`);
  return requests.average;
}

async function measureUnchanged(url: URL): Promise<number> {
  const etag = (await fetch(url)).headers.get('etag');
  if (etag === null) throw new Error('Cannot measure: the page has no ETag');
  return measure('page     / (304)', url, { 'if-none-match': etag });
}
