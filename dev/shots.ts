// Pictures of the status page: `npm run shots` makes those of the README, `npm run shots -- all` those of every state,
// light and dark, on a telephone and on a desk, in .data/shots.
import { mkdirSync } from 'node:fs';
import sharp from 'sharp';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import { startBrowser } from '../test/pages/browser.ts';
import * as fixtures from '../test/pages/fixtures.ts';
import { makeLedger } from '../test/pages/make-ledger.ts';
import { openEdge } from '../test/pages/open-edge.ts';

type Make = (nowMs: number) => Snapshot | null;
type Shot = { path: string; width: number; colorScheme: 'light' | 'dark'; page?: string };

const STATES: Record<string, Make> = {
  'all-up': fixtures.allUp,
  degraded: fixtures.degraded,
  outage: fixtures.outage,
  maintenance: fixtures.maintenance,
  unknown: fixtures.unknownParts,
  stale: fixtures.stale,
  'first-run': () => null,
};
const day = (daysAgo: number) =>
  new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
const UPTIME = {
  uptime: 'uptime/redis',
  'uptime-month': `uptime/redis/${day(20).slice(0, 7)}`,
  'uptime-day': `uptime/redis/${day(1)}`,
  'uptime-little': 'uptime/stripe-api',
};
const FOLDER = '.data/shots';

const browser = await startBrowser();
try {
  await (process.argv.includes('all') ? shootAll() : shootReadme());
} finally {
  await browser.close();
}

async function shootReadme(): Promise<void> {
  const width = 1280;
  await shoot(fixtures.allUp, [{ path: 'docs/images/status.png', width, colorScheme: 'light' }]);
  await shoot(fixtures.outage, [{ path: 'docs/images/outage.png', width, colorScheme: 'dark' }]);
}

async function shootAll(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, make] of Object.entries(STATES)) await shoot(make, listShots(name, ''));
  const uptime = Object.entries(UPTIME).flatMap(([name, page]) => listShots(name, page));
  await shoot(fixtures.allUp, uptime);
}

function listShots(name: string, page: string): Shot[] {
  return [375, 1280].flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => {
      const path = `${FOLDER}/${name}-${width}-${colorScheme}.png`;
      return { path, width, colorScheme, page };
    }),
  );
}

async function shoot(make: Make, shots: Shot[]): Promise<void> {
  const edge = await openEdge();
  try {
    const snapshot = make(Date.now());
    if (snapshot !== null) await edge.publish(snapshot);
    await edge.publishLedger(makeLedger(Date.now()));
    for (const { path, width, colorScheme, page: address = '' } of shots) {
      const viewport = { width, height: 800 };
      const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
      await page.goto(edge.url + address);
      const image = sharp(await page.screenshot({ fullPage: true }));
      // A page has few colours, and a palette makes a third of the file.
      const { size } = await image.png({ palette: true, effort: 10 }).toFile(path);
      await page.close();
      console.log(`${path}: ${Math.ceil(size / 1024)} KB`);
    }
  } finally {
    await edge.stop();
  }
}
