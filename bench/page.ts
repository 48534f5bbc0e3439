// The status page's price. In one isolate: a kept page against one that is rendered. Over HTTP: the edge against a
// bare Hono handler that answers the same bytes and headers, with the same bindings and assets, in alternating runs.
import { gzipSync } from 'node:zlib';
import autocannon from 'autocannon';
import { runWorker } from './run-worker.ts';
import { median } from './median.ts';

const PAGES = { rendered: 400, kept: 4_000, bare: 4_000 };
const KINDS = ['rendered', 'kept', 'bare'] as const;
type Kind = (typeof KINDS)[number];
/** Runs in the isolate: the first ones, in which the engine still compiles what is hot, do not count. */
const WARM_UPS = 6;
const RUNS = 15;
const LOADS = 5;
const LOAD_SECONDS = 3;

/** Bytes of other public status pages, as far as they were measured or told. */
const OTHERS = [
  { name: 'Uptime Kuma (built here, script alone)', bytes: 617_069, isGzipped: true },
  { name: 'Gatus (from its repository, script and style)', bytes: 180_776, isGzipped: true },
  { name: 'OpenStatus (as it says, HTML alone)', bytes: 166_000, isGzipped: false },
  { name: 'Vigil (from its repository, script, style, fonts)', bytes: 15_826, isGzipped: true },
];

await compareInOneIsolate();
await compareOverHttp();

// Each page of another host is rendered; each page of one host but the first is kept, and a second of many readers at
// that. What is left when there is nothing to decide is a bare response with the same bytes and headers. All three
// include making the request and reading the body.
async function compareInOneIsolate() {
  const worker = await runWorker(`import edge from './entry.mjs';
async function readBare({ url, headers }, page, bytes) {
  return url && headers.get('if-none-match') ? null : new Response(bytes, { headers: page.headers });
}
export default { async fetch(request, env, ctx) {
  const { searchParams } = new URL(request.url);
  const [kind, run, pages] = ['kind', 'run', 'pages'].map((name) => searchParams.get(name));
  const first = await edge.fetch(new Request('https://same.example/'), env, ctx);
  const bytes = await first.arrayBuffer();
  for (let n = 0; n < Number(pages); n += 1) {
    const asked = new Request('https://' + (kind === 'rendered' ? 'h' + n + '-' + run : 'same') + '.example/');
    const page = await (kind === 'bare' ? readBare(asked, first, bytes) : edge.fetch(asked, env, ctx));
    if (page.status !== 200) return page;
    await page.arrayBuffer();
  }
  return new Response('done');
} };`);
  try {
    const runs: Record<Kind, number>[] = [];
    for (let run = 0; run < WARM_UPS + RUNS; run += 1) {
      const rendered = await timePage(worker.url, 'rendered', run);
      const kept = await timePage(worker.url, 'kept', run);
      runs.push({ rendered, kept, bare: await timePage(worker.url, 'bare', run) });
    }
    const warm = runs.slice(WARM_UPS);
    const ms = (kind: Kind) => median(warm.map((times) => times[kind]));
    for (const kind of KINDS) console.log(`${kind} ${(1000 * ms(kind)).toFixed(0)} µs a page`);
    console.log(`rendered / kept: ${(ms('rendered') / ms('kept')).toFixed(1)} (at least 20)`);
  } finally {
    await worker.stop();
  }
}

// Milliseconds a page.
async function timePage(url: URL, kind: Kind, run: number): Promise<number> {
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
    for (let run = 0; run < LOADS; run += 1) {
      rates.push([await load(edge.url, LOAD_SECONDS), await load(bare.url, LOAD_SECONDS)]);
    }
    const ratio = median(rates.map(([ours, theirs]) => ours / theirs));
    const [ours, theirs] = [0, 1].map((side) => median(rates.map((pair) => pair[side] ?? 0)));
    console.log(`edge ${ours?.toFixed(0)} requests/s, bare Hono ${theirs?.toFixed(0)} requests/s`);
    console.log(`edge / bare Hono: ${ratio.toFixed(2)} (at least 0.6)`);
    printWeights(html);
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

function printWeights(html: string) {
  const gzipped = gzipSync(html, { level: 9 }).length;
  const whole = Buffer.byteLength(html);
  console.log(`page weight, all of it: ${gzipped} bytes gzipped, ${whole} before`);
  for (const { name, bytes, isGzipped } of OTHERS) {
    const times = (bytes / (isGzipped ? gzipped : whole)).toFixed(1);
    console.log(`  ${name}: ${bytes} bytes${isGzipped ? ' gzipped' : ''}, ${times} times as much`);
  }
}
