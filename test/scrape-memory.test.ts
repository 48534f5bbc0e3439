// What a scrape takes of a Worker's memory, measured from outside, in the runtime itself.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startOddServer, type OddServer } from './odd-server.ts';

const LARGEST = 4 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;
const CONFIG = join(import.meta.dirname, 'scrape-worker/wrangler.toml');
const isMeasurable = existsSync('/proc/self/clear_refs');
const skipped = isMeasurable ? '' : ' (skipped: no /proc to measure with)';

/** Bodies just below the limit, by path. */
const BODIES: Record<string, string> = {
  '/small': 'http_requests_total 5\n',
  '/buckets': fill((at) => `http_request_duration_seconds_bucket{${labelsOf(at)}} ${at}\n`),
  '/families': fill(
    (at) => `${['http_requests_total', 'api_errors_total'][at % 2]}{${labelsOf(at)}} ${at}\n`,
  ),
  '/long': fill((at) => `http_requests_total{route="/${at}/${'x'.repeat(4000)}"} ${at}\n`),
  '/comment': `# ${'x'.repeat(LARGEST - 100)}\nhttp_requests_total 5\n`,
};

describe.skipIf(!isMeasurable)(`the memory of a Worker that scrapes${skipped}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'pharos-scrape-'));
  let miniflare: Miniflare;
  let server: Server;
  let odd: OddServer;
  let origin: string;
  let workerd: string;

  beforeAll(async () => {
    const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' };
    const args = ['deploy', '--dry-run', '-c', CONFIG, '--outdir', folder];
    const { status, stderr } = spawnSync('wrangler', args, { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`Cannot bundle the Worker: ${stderr}`);
    miniflare = new Miniflare(
      convertV4MiniflareOptions({
        name: 'scrape',
        cf: false,
        modulesRoot: folder,
        modules: [{ type: 'ESModule', path: join(folder, 'index.js') }],
        compatibilityDate: '2026-10-12',
        compatibilityFlags: ['nodejs_compat', 'global_fetch_strictly_public'],
      }),
    );
    await miniflare.ready;
    workerd = findChild('workerd');
    odd = await startOddServer();
    server = createServer((request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.end(BODIES[request.url?.replace(/\/metrics$/, '') ?? '']);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    await scrape(`${origin}/small`);
  }, 60_000);
  afterAll(async () => {
    await miniflare.dispose();
    server.close();
    await odd.stop();
    rmSync(folder, { recursive: true });
  });

  async function scrape(url: string): Promise<unknown> {
    const worker = await miniflare.ready;
    const answer = await fetch(`${worker.href}?new=1&origin=${encodeURIComponent(url)}`);
    return answer.json();
  }

  /** How much more memory the runtime had at most while a scrape ran. */
  async function weigh(url: string) {
    writeFileSync(`/proc/${workerd}/clear_refs`, '5');
    const before = readMemory(workerd, 'VmRSS');
    const answer = await scrape(url);
    return { answer, bytes: readMemory(workerd, 'VmHWM') - before };
  }

  test.each([
    ['samples of one family', '/buckets'],
    ['samples of many families', '/families'],
    ['series of 4 KB', '/long'],
    ['a comment', '/comment'],
  ])('grows by no more than 40 MB with 4 MiB of %s', async (_, path) => {
    expect(BODIES[path]?.length).toBeGreaterThan(0.95 * LARGEST);
    const { answer, bytes } = await weigh(origin + path);
    expect(answer).toMatchObject({ kind: 'up' });
    expect(bytes).toBeLessThan(40 * MEGABYTE);
  });

  test.each([
    ['50 MB in 50 KB', 'bomb'],
    ['a body without an end', 'endless'],
  ])('grows by no more than 40 MB with %s, and the Worker goes on', async (_, path) => {
    const { answer, bytes } = await weigh(`${odd.url}/${path}`);
    expect(answer).toMatchObject({
      kind: 'down',
      reason: expect.stringContaining('4194304 bytes'),
    });
    expect(bytes).toBeLessThan(40 * MEGABYTE);
    expect(await scrape(`${origin}/small`)).toMatchObject({ kind: 'up', samples: 1 });
  });

  test('is left alone by a body that drips: the scrape ends at its deadline', async () => {
    const startedMs = Date.now();
    expect(await scrape(`${odd.url}/drip`)).toMatchObject({
      kind: 'down',
      reason: 'no answer within 5000 ms',
    });
    expect(Date.now() - startedMs).toBeLessThan(10_000);
    expect(await scrape(`${origin}/small`)).toMatchObject({ kind: 'up' });
  });
});

function labelsOf(at: number): string {
  return `le="${at % 12}",method="GET",route="/api/v1/catalog/products/${Math.floor(at / 12)}"`;
}

function fill(line: (at: number) => string): string {
  let text = '';
  for (let at = 0; at < 49_000 && text.length < LARGEST - 5000; at += 1) text += line(at);
  return text;
}

function findChild(name: string): string {
  const found = readdirSync('/proc').find((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    const status = readStatus(pid);
    return status.startsWith(`Name:\t${name}`) && status.includes(`\nPPid:\t${process.pid}\n`);
  });
  if (found === undefined) throw new Error(`Cannot measure: no process ${name} of this one`);
  return found;
}

function readMemory(pid: string, field: string): number {
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readStatus(pid))?.[1];
  return Number(kilobytes) * 1024;
}

// A process may have ended since it was listed.
function readStatus(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
