// The status page's price. In one isolate: a kept page against one that is rendered. Over HTTP: the edge against a
// bare Hono handler that answers the same bytes and headers, with the same bindings and assets, in alternating runs.
import { gzipSync } from 'node:zlib';
import autocannon from 'autocannon';
import { runWorker } from './run-worker.ts';

const PAGES = { rendered: 400, kept: 4_000 };
const RUNS = 5;
const RUN_SECONDS = 3;

/** Bytes over the wire of other public status pages, gzipped: HTML, scripts and styles as far as they were measured. */
const OTHERS = {
  'Uptime Kuma (built here, JS alone)': 617_069,
  'Gatus (from its repository, JS and CSS)': 173_876 + 6_900,
  'OpenStatus (as it says, HTML uncompressed)': 166_000,
  'Vigil (from its repository, HTML, CSS and fonts)': 826 + 3_000 + 12_000,
};

await compareInOneIsolate();
await compareOverHttp();

// Each page of another host is rendered; each page of one host but the first is kept.
async function compareInOneIsolate() {
  const worker = await runWorker(`import edge from './entry.mjs';
export default { async fetch(request, env, ctx) {
  const { searchParams } = new URL(request.url);
  for (let n = 0; n < Number(searchParams.get('pages')); n += 1) {
    const host = searchParams.get('kind') === 'kept' ? 'kept' : 'h' + n + '-' + searchParams.get('run');
    const page = await edge.fetch(new Request('https://' + host + '.example/'), env, ctx);
    if (page.status !== 200) return page;
    await page.arrayBuffer();
  }
  return new Response('done');
} };`);
  try {
    const rendered: number[] = [];
    const kept: number[] = [];
    for (let run = -1; run < RUNS; run += 1) {
      const renderedMs = await timePage(worker.url, 'rendered', run);
      const keptMs = await timePage(worker.url, 'kept', run);
      // The first run warms up.
      if (run < 0) continue;
      rendered.push(renderedMs);
      kept.push(keptMs);
    }
    const micros = (times: number[]) => `${(1000 * median(times)).toFixed(0)} µs`;
    console.log(`rendered ${micros(rendered)} a page, kept ${micros(kept)} a page`);
    console.log(`rendered / kept: ${(median(rendered) / median(kept)).toFixed(1)} (at least 20)`);
  } finally {
    await worker.stop();
  }
}

// Milliseconds a page.
async function timePage(url: URL, kind: keyof typeof PAGES, run: number): Promise<number> {
  const asked = new URL(url);
  const pages = PAGES[kind];
  asked.search = String(new URLSearchParams({ kind, run: String(run), pages: String(pages) }));
  const startedAt = performance.now();
  const { ok, status } = await fetch(asked);
  if (!ok) throw new Error(`Cannot measure: the page ended with status ${status}`);
  return (performance.now() - startedAt) / pages;
}

async function compareOverHttp() {
  const edge = await runWorker(`export { default } from './entry.mjs';`);
  const page = await fetch(edge.url);
  const html = await page.text();
  const bare = await runWorker(`import { Hono } from './hono/index.js';
const app = new Hono();
const html = ${JSON.stringify(html)};
const headers = ${JSON.stringify(plainHeaders(page))};
app.get('/', (c) => c.body(html, 200, headers));
export default app;`);
  try {
    const rates: [number, number][] = [];
    await load(edge.url, 1);
    await load(bare.url, 1);
    for (let run = 0; run < RUNS; run += 1) {
      rates.push([await load(edge.url, RUN_SECONDS), await load(bare.url, RUN_SECONDS)]);
    }
    const ratio = median(rates.map(([ours, theirs]) => ours / theirs));
    const [ours, theirs] = [0, 1].map((side) => median(rates.map((pair) => pair[side] ?? 0)));
    console.log(`edge ${ours?.toFixed(0)} requests/s, bare Hono ${theirs?.toFixed(0)} requests/s`);
    console.log(`edge / bare Hono: ${ratio.toFixed(2)} (at least 0.6)`);
    printWeights(gzipSync(html, { level: 9 }).length);
  } finally {
    await Promise.all([edge.stop(), bare.stop()]);
  }
}

function plainHeaders({ headers }: Response): Record<string, string> {
  const hop = ['content-length', 'content-encoding', 'transfer-encoding', 'date', 'connection'];
  return Object.fromEntries([...headers].filter(([name]) => !hop.includes(name)));
}

async function load(url: URL, duration: number): Promise<number> {
  const { requests, errors, non2xx } = await autocannon({
    url: String(url),
    connections: 10,
    duration,
  });
  if (errors + non2xx > 0) throw new Error(`Cannot measure: ${errors} errors, ${non2xx} refusals`);
  return requests.average;
}

function printWeights(ours: number) {
  console.log(`page weight, gzipped, all of it: ${ours} bytes`);
  for (const [name, bytes] of Object.entries(OTHERS)) {
    console.log(`  ${name}: ${bytes} bytes, ${(bytes / ours).toFixed(1)} times as much`);
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}
