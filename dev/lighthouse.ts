// npm run lighthouse: the scores of the built status page, which must all be 100. Lighthouse itself is not installed:
// npx fetches it, 176 MB, when it is first asked for.
import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import * as z from 'zod';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import { startBrowser } from '../test/pages/browser.ts';
import { allUp, outage } from '../test/pages/fixtures.ts';
import { openEdge } from '../test/pages/open-edge.ts';

const LIGHTHOUSE = 'lighthouse@13.5.0';

const Report = z.object({
  categories: z.record(
    z.string(),
    z.object({
      score: z.number().nullable(),
      auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
    }),
  ),
  audits: z.record(z.string(), z.object({ score: z.number().nullable() })),
});
type Report = z.infer<typeof Report>;

const port = await findFreePort();
const browser = await startBrowser([`--remote-debugging-port=${port}`]);
try {
  await judge('all up', allUp);
  await judge('outage', outage);
} finally {
  await browser.close();
}

async function judge(name: string, make: (nowMs: number) => Snapshot): Promise<void> {
  const edge = await openEdge();
  try {
    await edge.publish(make(Date.now()));
    for (const device of ['mobile', 'desktop'] as const) {
      const report = await measure(edge.url, device);
      console.log([`${name}, ${device}: ${scoresOf(report)}`, ...lossesOf(report)].join('\n  '));
      if (!isPerfect(report)) process.exitCode = 1;
    }
  } finally {
    await edge.stop();
  }
}

async function measure(url: string, device: 'mobile' | 'desktop'): Promise<Report> {
  const preset = device === 'desktop' ? ['--preset=desktop'] : [];
  const args = ['--yes', LIGHTHOUSE, url, `--port=${port}`, '--output=json', '--quiet', ...preset];
  const { stdout } = await promisify(execFile)('npx', args, { maxBuffer: 64 * 1024 * 1024 });
  return Report.parse(JSON.parse(stdout));
}

function scoresOf({ categories }: Report): string {
  return Object.entries(categories)
    .map(([name, { score }]) => `${name} ${score === null ? 'none' : Math.round(score * 100)}`)
    .join(', ');
}

function lossesOf({ categories, audits }: Report): string[] {
  const counted = Object.values(categories).flatMap(({ auditRefs }) => auditRefs);
  return counted
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `loses points: ${id} (${audits[id]?.score})`);
}

function isPerfect({ categories }: Report): boolean {
  return Object.values(categories).every(({ score }) => score === 1);
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('Cannot listen: no port');
  return address.port;
}
