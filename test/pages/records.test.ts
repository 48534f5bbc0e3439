import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describePages, findBarriers, visit } from './describe-pages.ts';
import { findOverflows, WIDTHS } from './find-overflows.ts';
import { outage } from './fixtures.ts';
import { HOSTILE, manyWords, OPEN_ID, RESOLVED_ID, storiedWords } from './history-fixture.ts';
import { makeSnapshot } from './make-snapshot.ts';
import { openEdge, type OpenEdge } from './open-edge.ts';

const PATHS = ['history', 'maintenance', `incidents/${OPEN_ID}`, `incidents/${RESOLVED_ID}`];

/** What each page must say, without JavaScript. */
const WORDS: [string, string[]][] = [
  [
    'history',
    ['Redis cache down', '<script>', 'Cache moved', 'cancelled', 'half were known after'],
  ],
  [
    'maintenance',
    ['Moving files', 'Database upgrade', 'Nothing is lost', 'Ran 6 min over', 'Cancelled'],
  ],
  [
    `incidents/${OPEN_ID}`,
    [
      'Taken back.',
      'edited',
      'API server: partial outage',
      'P1 critical',
      'Next update by',
      'after 30 s',
    ],
  ],
  [
    `incidents/${RESOLVED_ID}`,
    ['Redis cache down', 'after 40 min', 'decided by 2 × down', 'Read the postmortem', 'Resolved'],
  ],
  ['', ['<script>window.hacked', 'Taken back.', 'Moving files']],
];

describePages('pages of what was', () => {
  let edge: OpenEdge;
  beforeAll(async () => {
    edge = await openEdge();
    const nowMs = Date.now();
    const { words, history } = storiedWords(nowMs);
    await edge.publishHistory(history);
    await edge.publish(makeSnapshot(nowMs, {}, words));
  });
  afterAll(() => edge.stop());

  test.each(WORDS)('/%s says it as text, without JavaScript', async (path, words) => {
    const { page } = await visit(edge.url + path, { javaScriptEnabled: false });
    const text = (await page.locator('main').textContent()) ?? '';
    const said = text.replace(/\s+/g, ' ').toLowerCase();
    expect(words.filter((word) => !said.includes(word.toLowerCase()))).toEqual([]);
  });

  test.each(['', ...PATHS])('/%s runs nothing of what people typed', async (path) => {
    const { page, complaints, requests } = await visit(edge.url + path);
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
    expect(complaints).toEqual([]);
    expect(requests.filter(({ url }) => !url.startsWith(edge.url))).toEqual([]);
    const links = await page
      .locator('main a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(links.filter((href) => !/^(\/|https:\/\/)/.test(href ?? ''))).toEqual([]);
    expect(await page.locator('main [onerror], main [onload], main [onmouseover]').count()).toBe(0);
  });

  test('a hostile text is there whole, as it was typed', async () => {
    const { page } = await visit(`${edge.url}incidents/${OPEN_ID}`);
    const update = page
      .getByRole('listitem')
      .filter({ hasText: 'DROP TABLE' })
      .locator('p')
      .first();
    const text = (await update.textContent()) ?? '';
    for (const line of HOSTILE.split('\n')) expect(text).toContain(line);
  });

  describe.each(PATHS)('/%s', (path) => {
    test.each(['light', 'dark'] as const)('has no barrier, %s', async (colorScheme) => {
      const { page } = await visit(edge.url + path, { colorScheme });
      expect(await findBarriers(page)).toEqual([]);
    });

    test(`is not wider than a screen of ${WIDTHS.join(', ')} px`, async () => {
      const { page } = await visit(edge.url + path);
      expect(await findOverflows(page)).toEqual([]);
    });
  });

  test('the status page leads to the incident, the history and the work', async () => {
    const { page } = await visit(edge.url);
    const hrefs = await page
      .locator('a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(hrefs).toEqual(
      expect.arrayContaining([`/incidents/${OPEN_ID}`, '/history', '/maintenance']),
    );
  });

  test.each(['nothing', `${OPEN_ID}0`, '%3Cscript%3E', '..%2f..%2fapi'])(
    '/incidents/%s is none, and does not repeat what was asked for',
    async (id) => {
      const response = await fetch(`${edge.url}incidents/${id}`);
      expect(response.status).toBe(404);
      const html = await response.text();
      expect(html).toContain('No such incident');
      expect(html).not.toContain(decodeURIComponent(id).replace('..', ''));
      expect(response.headers.get('cache-control')).toBe('no-store');
    },
  );

  test('the history is given out page by page', async () => {
    const get = async (query: string) => {
      const response = await fetch(`${edge.url}api/v1/status/history${query}`);
      return { status: response.status, body: await response.json() };
    };
    const first = await get('?page=1&limit=1');
    expect(first).toMatchObject({
      status: 200,
      body: {
        status: 'success',
        data: {
          items: [{ id: OPEN_ID, timeToKnowSec: 30, timeToPublishSec: 180, resolvedAt: null }],
          page: 1,
          limit: 1,
          total: 2,
          medians: { timeToPublishSec: 240 },
        },
      },
    });
    expect(await get('?page=2&limit=1')).toMatchObject({
      body: { data: { items: [{ id: RESOLVED_ID }] } },
    });
    expect(await get('?page=3&limit=1')).toMatchObject({ body: { data: { items: [], total: 2 } } });
    expect(JSON.stringify(first.body)).not.toContain('"author"');
    for (const query of ['?page=0', '?limit=51', '?page=x', '?limit=-1']) {
      expect(await get(query)).toMatchObject({ status: 400, body: { code: 'INVALID' } });
    }
    const posted = await fetch(`${edge.url}api/v1/status/history`, { method: 'POST' });
    expect(posted.status).toBe(405);
  });
});

describe('200 incidents of 90 days', () => {
  let edge: OpenEdge;
  const nowMs = Date.now();
  const { words, history } = manyWords(nowMs);
  beforeAll(async () => {
    edge = await openEdge();
    await edge.publishHistory(history);
    await edge.publish({ ...outage(nowMs), ...words });
  });
  afterAll(() => edge.stop());

  test.each([
    ['history', 24 * 1024],
    [`incidents/${history.incidents[0]?.id}`, 8 * 1024],
    ['maintenance', 8 * 1024],
  ])('%s is at most %i bytes, gzipped', async (path, most) => {
    const html = await (await fetch(edge.url + path)).text();
    expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(most);
  });
});
