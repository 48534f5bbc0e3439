// The pictures that a link to the page shows elsewhere, one for each state: node dev/og.ts
import { mkdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { product } from '../core/catalog/product.ts';
import type { State } from '../site/src/lib/state.ts';
import { startBrowser } from '../test/pages/browser.ts';

const FOLDER = 'site/public/og';
const WIDTH = 1200;
const HEIGHT = 630;

const TITLES: Record<State, string> = {
  up: 'All systems operational',
  degraded: 'Some services are degraded',
  down: 'There is an outage',
  maintenance: 'Maintenance under way',
  unknown: 'The status is unknown',
};

const LOOK = `
  :root { color-scheme: light; --heading: 104px; --width: 1200px; --pad: 88px; }
  body { min-height: 0; height: ${HEIGHT}px; }
  .banner { --rise: 198px; flex: 1; border: 0; }
  .banner .inner { display: block; padding-block: 80px; }
  .logo { font-size: 38px; gap: 16px; padding: 0; }
  .logo::before { width: 52px; height: 52px; }
  .banner.down .logo::before { background: #fff; }
  .logo span { color: inherit; opacity: 0.8; }
  .banner .icon { display: block; font-size: 104px; margin: 72px 0 0; }
  h1 { margin-top: 44px; }
`;

const style = readFileSync('site/src/styles/status.css', 'utf8');
mkdirSync(FOLDER, { recursive: true });
const browser = await startBrowser();
try {
  const page = await browser.newPage({
    viewport: { width: WIDTH, height: HEIGHT },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  for (const [state, title] of Object.entries(TITLES)) {
    await page.setContent(toHtml(state, title));
    const path = `${FOLDER}/${state}.png`;
    const picture = sharp(await page.screenshot());
    // A smooth beam in few colours would show its edges.
    const { size } = await picture.png({ palette: true, colours: 128, effort: 10 }).toFile(path);
    console.log(`${path}: ${Math.ceil(size / 1024)} KB`);
  }
} finally {
  await browser.close();
}

function toHtml(state: string, title: string): string {
  return `<!doctype html><html lang="en"><style>${style}${LOOK}</style>
<body><div class="banner ${state}"><div class="inner">
<div class="logo">${product.name} <span>status</span></div>
<i class="icon"></i><h1>${title}</h1>
</div></div></body></html>`;
}
