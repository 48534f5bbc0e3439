import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describePages, findBarriers, unfold, visit } from './describe-pages.ts';
import { findOverflows } from './find-overflows.ts';
import { allUp } from './fixtures.ts';
import { makeLedger } from './make-ledger.ts';
import { openEdge, type OpenEdge } from './open-edge.ts';

const DAY_MS = 86_400_000;
const nowMs = Date.now();
const dayName = (daysAgo: number) => new Date(nowMs - daysAgo * DAY_MS).toISOString().slice(0, 10);
const PAGES = {
  'the last 90 days': 'redis',
  'a month': `redis/${dayName(20).slice(0, 7)}`,
  'a day': `redis/${dayName(1)}`,
  'a service without trouble': 's3-storage',
  'a service that was hardly measured': 'stripe-api',
};

describePages('the page of a service’s uptime', () => {
  let edge: OpenEdge;
  const open = (path: string, options = {}) => visit(`${edge.url}uptime/${path}`, options);

  beforeAll(async () => {
    edge = await openEdge();
    await edge.publish(allUp(nowMs));
    await edge.publishLedger(makeLedger(nowMs));
  });
  afterAll(() => edge.stop());

  describe.each(Object.entries(PAGES))('%s', (_name, path) => {
    test('is readable on every screen, in light and dark, without a barrier', async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, complaints } = await open(path, { colorScheme });
        await unfold(page);
        expect(await findBarriers(page)).toEqual([]);
        expect(await findOverflows(page)).toEqual([]);
        expect(complaints).toEqual([]);
      }
    });
  });

  test('tells without JavaScript what was counted, and leads from the number to the day to its checks', async () => {
    const { page } = await visit(edge.url, { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Redis cache' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Redis cache');
    expect(await page.getByRole('definition').first().innerText()).toMatch(/^\d\d\.\d{3} %/);
    const ledger = page.getByRole('region', { name: 'The ledger behind the number' });
    expect(await ledger.getByRole('row').count()).toBeGreaterThan(5);

    await ledger.getByRole('link').first().click();
    const rows = await page.getByRole('region').getByRole('row').allInnerTexts();
    expect(rows.find((row) => row.includes('Down'))).toMatch(
      /12 min\s+down\s+\d\d:\d\d:\d\d 24 × down/,
    );
    // One bad check is listed among the good ones, and counts as up.
    expect(rows[1]).toMatch(/Operational\s.*up[^]*down[^]*99 × operational/);
  });

  test('hides a number of which too little was measured behind its reason', async () => {
    const { page } = await open('stripe-api');
    expect(await page.getByText(/^Only \d\d\.\d{3} % of this time was measured/).isVisible()).toBe(
      true,
    );
    const number = page.getByText(/Of what was seen, the uptime is \d\d\.\d{3} %/);
    expect(await number.isVisible()).toBe(false);
    await page.locator('summary', { hasText: 'Why?' }).press('Enter');
    expect(await number.isVisible()).toBe(true);
  });

  test('shows a corrected number beside the measured one, with its reason and its own download', async () => {
    const { page } = await open(`redis/${dayName(20)}`);
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/95\.833 % as measured, 100 % as corrected/);
    expect(text).toContain('a password that had been changed');
    const hrefs = await page
      .getByRole('link', { name: /^The checks as/ })
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(hrefs).toEqual([
      `/api/v1/status/uptime/redis/${dayName(20)}/measured.json`,
      `/api/v1/status/uptime/redis/${dayName(20)}/corrected.json`,
    ]);
    for (const href of hrefs) {
      const response = await fetch(new URL(String(href), edge.url));
      expect((await response.json()).rounds).toHaveLength(2880);
    }
  });

  test('says why the strict number is lower', async () => {
    const { page } = await open('redis');
    expect(await page.locator('main').innerText()).toMatch(
      /The strict number also counts 30 min of partial outage in full and 100 min of outage under announced maintenance\./,
    );
  });

  test.each(['nothing', 'redis/yesterday', 'redis/2999-01', 'redis/2026-02-30'])(
    '/uptime/%s is no page',
    async (path) => {
      const response = await fetch(`${edge.url}uptime/${path}`);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('There is no page at this address');
    },
  );
});
