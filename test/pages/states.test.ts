import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { ServiceStatus } from '../../core/services/status.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { describePages, findBarriers, unfold, visit } from './describe-pages.ts';
import { allUp, degraded, maintenance, outage, stale, unknownParts } from './fixtures.ts';
import { openEdge, type OpenEdge } from './open-edge.ts';
import { findOverflows, WIDTHS } from './find-overflows.ts';
import { cardOf, readHeadline } from './page-parts.ts';

const SCHEMES = ['light', 'dark'] as const;

const CASES: { name: string; make: (nowMs: number) => Snapshot | null; headline: RegExp }[] = [
  { name: 'all up', make: allUp, headline: /^All systems operational$/ },
  { name: 'degraded', make: degraded, headline: /^Card payments degraded$/ },
  { name: 'outage', make: outage, headline: /^KTBlog is down$/ },
  { name: 'maintenance', make: maintenance, headline: /operational|maintenance/i },
  { name: 'unknown parts', make: unknownParts, headline: /^We can’t see / },
  { name: 'stale', make: stale, headline: /^Last heard( on .+)? at \d\d:\d\d UTC$/ },
  { name: 'first run', make: () => null, headline: /^Nothing measured yet$/ },
];

// A service that is worked on may be called so.
const WORDS: Record<ServiceStatus, RegExp> = {
  UP: /operational|maintenance/i,
  DEGRADED: /degraded/i,
  DOWN: /down/i,
  UNKNOWN: /unknown/i,
};

describePages('every state of the page', () => {
  describe.each(CASES)('$name', ({ make, headline }) => {
    let edge: OpenEdge;
    const snapshot = make(Date.now());
    beforeAll(async () => {
      edge = await openEdge();
      if (snapshot !== null) await edge.publish(snapshot);
    });
    afterAll(() => edge.stop());

    test.each([true, false])('says all of it as text, JavaScript %s', async (javaScriptEnabled) => {
      const { page } = await visit(edge.url, { javaScriptEnabled });
      expect(await readHeadline(page)).toMatch(headline);
      expect(await page.title()).toContain(await readHeadline(page));
      const services = snapshot?.services ?? [];
      const said = services.map(({ displayName }) => cardOf(page, displayName).innerText());
      const words = services.map(({ status }) => WORDS[status]);
      expect(await Promise.all(said)).toEqual(words.map((word) => expect.stringMatching(word)));

      const text = await page.locator('main').textContent();
      for (const { title, updates } of snapshot?.incidents ?? []) {
        expect(text).toContain(title);
        for (const update of updates) expect(text).toContain(update.text);
      }
      for (const { title } of snapshot?.history ?? []) expect(text).toContain(title);
      for (const work of snapshot?.maintenance ?? []) {
        expect(text).toContain(work.title);
        expect(text).toContain(work.text);
      }
    });

    test(`nothing is wider than a screen of ${WIDTHS.join(', ')} px`, async () => {
      const { page } = await visit(edge.url);
      await unfold(page);
      expect(await findOverflows(page)).toEqual([]);
    });

    test.each(SCHEMES)('is %s for who wants it so, and has no barrier', async (colorScheme) => {
      const { page } = await visit(edge.url, { colorScheme });
      await unfold(page);
      expect(await findBarriers(page)).toEqual([]);
      const { paper, ink } = await page.evaluate(readLightness);
      expect(paper > ink ? 'light' : 'dark').toBe(colorScheme);
    });

    test('asks for nothing but its icon, breaks no policy, and stands still if it should', async () => {
      const { page, requests, complaints } = await visit(edge.url, { reducedMotion: 'reduce' });
      await unfold(page);
      await page.waitForLoadState('networkidle');
      const icon = await page.locator('link[rel~=icon]').first().getAttribute('href');
      const own = [edge.url, new URL(icon ?? '', edge.url).href];
      expect(requests.map(({ url }) => url).filter((url) => !own.includes(url))).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    });
  });

  describe('a page that does not exist', () => {
    let edge: OpenEdge;
    beforeAll(async () => {
      edge = await openEdge();
      await edge.publish(allUp(Date.now()));
    });
    afterAll(() => edge.stop());

    test.each(SCHEMES)('is found to be none, without a barrier, %s', async (colorScheme) => {
      const { page, requests, complaints } = await visit(`${edge.url}nothing`, { colorScheme });
      expect(requests.map(({ status }) => status)).toEqual([404]);
      expect(await readHeadline(page)).toBe('Page not found');
      expect(await findBarriers(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });

    test(`is not wider than a screen of ${WIDTHS.join(', ')} px`, async () => {
      const { page } = await visit(`${edge.url}nothing`);
      expect(await findOverflows(page)).toEqual([]);
    });
  });

  test('the mark of an outage moves, but not for a reader who wants no motion', async () => {
    const edge = await openEdge();
    onTestFinished(() => edge.stop());
    await edge.publish(outage(Date.now()));
    const countAnimations = async (reducedMotion: 'reduce' | 'no-preference') => {
      const { page } = await visit(edge.url, { reducedMotion });
      return page.evaluate(() => document.getAnimations().length);
    };
    expect(await countAnimations('no-preference')).toBeGreaterThan(0);
    expect(await countAnimations('reduce')).toBe(0);
  });
});

function readLightness() {
  const { backgroundColor, color } = getComputedStyle(document.body);
  const [paper, ink] = [backgroundColor, color].map((shown) => {
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    if (context === null) return 0;
    context.fillStyle = shown;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return red + green + blue;
  });
  return { paper: paper ?? 0, ink: ink ?? 0 };
}
