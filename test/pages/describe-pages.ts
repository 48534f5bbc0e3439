import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, describe, onTestFinished } from 'vitest';
import { startBrowser } from './browser.ts';

const started = await startBrowser().then(
  (browser) => ({ browser, why: null }),
  (error: unknown) => ({ browser: null, why: String(error) }),
);
const { CI: ci = '' } = process.env;
if (started.why !== null && ci !== '') throw new Error(started.why);

/** A suite that needs a browser: without one it is skipped by name, and fails where CI is set. One in a file. */
export function describePages(name: string, suite: () => void): void {
  const reason = started.why === null ? '' : ` (skipped: ${started.why})`;
  describe.skipIf(started.browser === null)(`${name}${reason}`, () => {
    afterAll(() => started.browser?.close());
    suite();
  });
}

export type Visit = {
  page: Page;
  /** What the console and the content security policy complain of. */
  complaints: string[];
  /** What was asked for, in order: the address, and the status once there was an answer. */
  requests: { url: string; status: number | null }[];
};

type Options = BrowserContextOptions & { hasClock?: boolean; clockAheadMs?: number };

/** A visitor of their own on a page, until the test is over. With a clock the time can be moved by `page.clock`. */
export async function visit(
  url: string,
  { hasClock = false, clockAheadMs = 0, ...options }: Options = {},
): Promise<Visit> {
  if (started.browser === null) throw new Error(started.why);
  const context = await started.browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const seen: Visit = { page, complaints: [], requests: [] };
  await listen(seen);
  if (hasClock) await page.clock.install({ time: Date.now() + clockAheadMs });
  await page.goto(url);
  return seen;
}

/** What axe finds wrong, in words. */
export async function findBarriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => {
    const [first] = nodes;
    return `${id}: ${first?.html ?? ''} ${first?.failureSummary ?? ''} (${nodes.length} in all)`;
  });
}

/** Opens all that is folded. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

async function listen({ page, complaints, requests }: Visit): Promise<void> {
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`securitypolicyviolation: ${violatedDirective} ${blockedURI}`);
    });
  });
  page.on('console', (message) => {
    const isBad = ['error', 'warning'].includes(message.type());
    // An answer that is an error, or none, is no fault of the page.
    if (isBad && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push({ url: request.url(), status: null }));
  page.on('response', (response) => {
    const asked = requests.findLast(({ url, status }) => url === response.url() && status === null);
    if (asked !== undefined) asked.status = response.status();
  });
}
