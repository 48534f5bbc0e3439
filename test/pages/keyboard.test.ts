import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { describePages, visit } from './describe-pages.ts';
import { outage } from './fixtures.ts';
import { openEdge, type OpenEdge } from './open-edge.ts';

/** More than the page has of things to reach. */
const MOST_STOPS = 200;

describePages('the keyboard alone', () => {
  let edge: OpenEdge;
  beforeAll(async () => {
    edge = await openEdge();
    await edge.publish(outage(Date.now()));
  });
  afterAll(() => edge.stop());

  test('the first stop is a link that skips to the content', async () => {
    const { page } = await visit(edge.url);
    await page.keyboard.press('Tab');
    const skip = focused(page);
    expect(await skip.innerText()).toMatch(/skip/i);
    expect(await isOnScreen(skip)).toBe(true);

    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused(page).evaluate((element) => element.closest('main') !== null)).toBe(true);
  });

  test('Tab reaches every link and every fold, in the order of the page', async () => {
    const { page } = await visit(edge.url);
    const all = page.locator('a[href], summary, button, input, select, textarea');
    const wanted = await all.evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML));
    expect(wanted.length).toBeGreaterThan(4);

    const reached: string[] = [];
    for (let stop = 0; stop < wanted.length; stop += 1) {
      await page.keyboard.press('Tab');
      reached.push(await focused(page).evaluate(({ outerHTML }) => outerHTML));
    }
    expect(reached).toEqual(wanted);
  });

  test.each(['light', 'dark'] as const)('the focus is seen at every stop, %s', async (scheme) => {
    const { page } = await visit(edge.url, { colorScheme: scheme });
    const unseen: string[] = [];
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await page.keyboard.press('Tab');
      const element = focused(page);
      if ((await element.count()) === 0) break;
      if (!(await isFocusSeen(page, element))) {
        unseen.push(await element.evaluate(({ outerHTML }) => outerHTML));
      }
    }
    expect(unseen).toEqual([]);
  });

  test.each(['Enter', 'Space'])('%s unfolds and folds', async (key) => {
    const { page } = await visit(edge.url);
    const details = page.locator('details').first();
    const isOpen = () => details.evaluate((element) => element.hasAttribute('open'));
    const wasOpen = await isOpen();
    await details.locator('summary').first().focus();
    await page.keyboard.press(key);
    expect(await isOpen()).toBe(!wasOpen);
    await page.keyboard.press(key);
    expect(await isOpen()).toBe(wasOpen);
  });
});

function focused(page: Page): Locator {
  return page.locator(':focus:not(body, html)');
}

async function isOnScreen(element: Locator): Promise<boolean> {
  const box = await element.boundingBox();
  return box !== null && box.x >= 0 && box.y >= 0 && box.width > 10 && box.height > 10;
}

// Whether the place looks different without the focus.
async function isFocusSeen(page: Page, element: Locator): Promise<boolean> {
  const box = await element.boundingBox();
  if (box === null) return false;
  const { x, y, width, height } = box;
  const clip = {
    x: Math.max(0, x - 6),
    y: Math.max(0, y - 6),
    width: width + 12,
    height: height + 12,
  };
  const withFocus = await page.screenshot({ clip });
  const handle = await element.elementHandle();
  await handle?.evaluate((node) => node instanceof HTMLElement && node.blur());
  const withoutFocus = await page.screenshot({ clip });
  await handle?.evaluate(
    (node) => node instanceof HTMLElement && node.focus({ preventScroll: true }),
  );
  return !withFocus.equals(withoutFocus);
}
