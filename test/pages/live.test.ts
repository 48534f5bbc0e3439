import { describe, expect, onTestFinished, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { countPixels } from './count-pixels.ts';
import { describePages, findBarriers, visit } from './describe-pages.ts';
import { allCalm, allUp, degraded, outage, stale } from './fixtures.ts';
import { openEdge, type OpenEdge } from './open-edge.ts';
import { cardOf, readHeadline, readUpColor } from './page-parts.ts';

const MINUTE_MS = 60_000;
/** What a browser needs for what it has been told, at worst. */
const SOON = { timeout: 10_000, interval: 50 };
const LAST_HEARD = /^Last heard( on .+)? at \d\d:\d\d UTC$/;

describePages('a page that stays open', () => {
  describe('while the server answers', () => {
    test('a newer snapshot appears without a reload, and is announced once', async () => {
      const edge = await serve(allUp);
      const { page, complaints, requests } = await visit(edge.url, { hasClock: true });
      await page.evaluate(() => document.body.setAttribute('data-mark', 'here'));
      const announcements = await recordAnnouncements(page);

      await edge.publish(outage(Date.now()));
      await page.clock.runFor(MINUTE_MS);
      await expect.poll(() => readHeadline(page), SOON).toBe('KTBlog is down');
      expect(await page.title()).toContain('KTBlog is down');
      expect(await cardOf(page, 'API server').innerText()).toMatch(/down/i);

      // The same news again, from an isolate that remembers nothing.
      await edge.stop();
      await serve(outage, edge);
      const answered = requests.length;
      await page.clock.runFor(MINUTE_MS);
      await expect.poll(() => requests[answered]?.status, SOON).toBe(200);
      await page.clock.runFor(3 * MINUTE_MS);
      await expect.poll(() => page.locator('main').innerText(), SOON).toContain('3 min ago');
      expect(announcements).toEqual([expect.stringContaining('KTBlog is down')]);
      expect(await page.locator('body').getAttribute('data-mark')).toBe('here');
      expect(complaints).toEqual([]);
    });

    test('when nothing changed the answer is 304, and nothing is announced', async () => {
      const edge = await serve(allUp);
      const { page, requests } = await visit(edge.url, { hasClock: true });
      const announcements = await recordAnnouncements(page);
      await page.clock.runFor(MINUTE_MS);
      await expect.poll(() => requests.at(-1)?.status, SOON).toBe(304);
      await page.clock.runFor(MINUTE_MS);
      await expect.poll(() => requests.map(({ status }) => status), SOON).toEqual([200, 304, 304]);
      expect(announcements).toEqual([]);
      expect(await readHeadline(page)).toBe('All systems operational');
    });

    test('scroll position, focus and what is unfolded survive', async () => {
      const edge = await serve(allUp);
      const viewport = { width: 1280, height: 500 };
      const { page } = await visit(edge.url, { hasClock: true, viewport });
      const summary = cardOf(page, 'E-mail delivery').locator('summary').first();
      await summary.click();
      await page.evaluate(() => scrollTo(0, 210));

      await edge.stop();
      await serve(degraded, edge);
      await page.clock.runFor(MINUTE_MS);
      await expect.poll(() => readHeadline(page), SOON).toBe('Card payments degraded');
      const kept = await summary.evaluate((element) => ({
        isOpen: element.parentElement?.hasAttribute('open'),
        isFocused: element === document.activeElement,
      }));
      expect(kept).toEqual({ isOpen: true, isFocused: true });
      expect(await page.evaluate(() => scrollY)).toBe(210);
    });

    test('how old the data is grows by the minute', async () => {
      const edge = await serve(allUp);
      const { page } = await visit(edge.url, { hasClock: true });
      const main = page.locator('main');
      expect(await main.innerText()).toContain('just now');
      for (const words of ['1 min ago', '2 min ago', '3 min ago']) {
        await page.clock.runFor(MINUTE_MS);
        await expect.poll(() => main.innerText(), SOON).toContain(words);
      }
    });

    test('a page that nobody looks at asks nothing, and asks at once when somebody does', async () => {
      const edge = await serve(allUp);
      const { page, requests } = await visit(edge.url, { hasClock: true });
      await setHidden(page, true);
      await page.clock.runFor(3 * MINUTE_MS);
      expect(requests).toHaveLength(1);
      await setHidden(page, false);
      await expect.poll(() => requests.length, SOON).toBe(2);
    });

    test('a reader whose clock is fast sees no old data', async () => {
      const edge = await serve(allUp);
      const { page } = await visit(edge.url, { hasClock: true, clockAheadMs: 10 * MINUTE_MS });
      await expect.poll(() => page.locator('main').innerText(), SOON).toContain('just now');
      expect(await readHeadline(page)).toBe('All systems operational');
      await page.clock.runFor(MINUTE_MS);
      await expect.poll(() => page.locator('main').innerText(), SOON).toContain('1 min ago');
      expect(await readHeadline(page)).toBe('All systems operational');
    });

    test('the first results appear by themselves, without JavaScript too', async () => {
      const edge = await serve(() => null);
      const { page } = await visit(edge.url);
      const { page: plainPage } = await visit(edge.url, { javaScriptEnabled: false });
      expect(await readHeadline(page)).toBe('Nothing measured yet');
      await edge.publish(allUp(Date.now()));
      for (const waiting of [page, plainPage]) {
        await expect.poll(() => waiting.title(), SOON).toContain('All systems operational');
      }
    });
  });

  describe.each(['light', 'dark'] as const)('once nothing is heard, %s', (colorScheme) => {
    test('the page says so, shows nothing as up, and recovers', async () => {
      const edge = await serve(allCalm);
      const { page, complaints } = await visit(edge.url, { hasClock: true, colorScheme });
      const announcements = await recordAnnouncements(page);
      const up = await readUpColor(page);
      expect(await countPixels(page.locator('main'), up)).toBeGreaterThan(1000);

      await edge.stop();
      await page.clock.runFor(2 * MINUTE_MS);
      expect(await readHeadline(page)).toBe('All systems operational');
      await page.clock.runFor(4 * MINUTE_MS);
      await expect.poll(() => readHeadline(page), SOON).toMatch(LAST_HEARD);
      const lastHeard = await readHeadline(page);
      expect(await page.title()).toContain(lastHeard);
      expect(await countPixels(page.locator('main'), up)).toBe(0);
      expect(await findBarriers(page)).toEqual([]);

      await page.clock.runFor(10 * MINUTE_MS);
      expect(announcements).toEqual([expect.stringContaining(lastHeard)]);

      await serve(allUp, edge);
      await page.clock.runFor(MINUTE_MS);
      await expect.poll(() => readHeadline(page), SOON).toBe('All systems operational');
      expect(await page.locator('main').innerText()).toContain('just now');
      expect(await countPixels(page.locator('main'), up)).toBeGreaterThan(1000);
      expect(complaints).toEqual([]);
    });

    test('a snapshot that is old already is shown as old, without JavaScript too', async () => {
      const edge = await serve(allCalm);
      const fresh = await visit(edge.url, { colorScheme });
      const up = await readUpColor(fresh.page);
      const oldEdge = await serve(stale);
      for (const javaScriptEnabled of [false, true]) {
        const { page } = await visit(oldEdge.url, { colorScheme, javaScriptEnabled });
        expect(await readHeadline(page)).toMatch(LAST_HEARD);
        expect(await page.title()).toContain(await readHeadline(page));
        expect(await countPixels(page.locator('main'), up)).toBe(0);
      }
    });
  });

  test('a server that takes the request and stays silent makes the page old too', async () => {
    const edge = await serve(allUp);
    const { page } = await visit(edge.url, { hasClock: true });
    await page.route('**/*', () => {});
    await page.clock.runFor(6 * MINUTE_MS);
    await expect.poll(() => readHeadline(page), SOON).toMatch(LAST_HEARD);
  });
});

// With an edge that has stopped, another takes its place: an isolate that remembers nothing.
async function serve(
  make: (nowMs: number) => Snapshot | null,
  { url }: { url: string } = { url: 'http://127.0.0.1:0' },
): Promise<OpenEdge> {
  const edge = await openEdge(Number(new URL(url).port));
  onTestFinished(() => edge.stop());
  const snapshot = make(Date.now());
  if (snapshot !== null) await edge.publish(snapshot);
  return edge;
}

// Keeps what a screen reader would be given to say: each text that comes into a live region.
async function recordAnnouncements(page: Page): Promise<string[]> {
  const announcements: string[] = [];
  page.on('console', (message) => {
    const [, text] = message.text().split('announced: ');
    if (text !== undefined) announcements.push(text);
  });
  await page.evaluate(() => {
    const regions = 'output, [role=status], [role=alert], [role=log], [aria-live]';
    new MutationObserver((changes) => {
      const changed = changes.flatMap(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement;
        return element?.closest(regions) ?? [];
      });
      for (const { textContent } of new Set(changed)) {
        if (textContent.trim() !== '') console.info(`announced: ${textContent.trim()}`);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return announcements;
}

async function setHidden(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value });
    const visibilityState = value ? 'hidden' : 'visible';
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      value: visibilityState,
    });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
}
