import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { writeCookie } from '../../workers/shared/session/cookie.ts';
import { sealSession } from '../../workers/shared/session/seal.ts';
import { openStack } from '../e2e/open-stack.ts';
import { describePages, findBarriers, unfold, visit, type Visit } from './describe-pages.ts';
import { auditOf, failing, ownSession, type Api } from './admin-fixtures.ts';
import { findOverflows } from './find-overflows.ts';
import { openEdge, SESSION_SECRET, type OpenEdge } from './open-edge.ts';

const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [320, 375, 768, 1280];

const CASES: { name: string; path: string; api: Api; says: RegExp }[] = [
  { name: 'session', path: 'admin/session', api: {}, says: /Super admin/ },
  {
    name: 'session with notices',
    path: 'admin/session',
    api: {
      session: ownSession({ isDatabaseAway: true, breakGlassUsedAt: '2026-11-24T03:14:00Z' }),
    },
    says: /break-glass token was used on 24 Nov 2026 at 03:14 UTC/,
  },
  {
    name: 'session unread',
    path: 'admin/session',
    api: { session: failing(503) },
    says: /cannot be read/,
  },
  {
    name: 'audit',
    path: 'admin/audit',
    api: { audit: auditOf(30) },
    says: /1 to 25 of 30, newest first/,
  },
  {
    name: 'audit empty',
    path: 'admin/audit',
    api: { audit: auditOf(0) },
    says: /Nothing was found/,
  },
  {
    name: 'audit failed',
    path: 'admin/audit',
    api: { audit: failing(503) },
    says: /The database gives no answer/,
  },
];

describePages('the admin pages', () => {
  let edge: OpenEdge;
  beforeAll(async () => {
    edge = await openEdge();
  });
  afterAll(() => edge.stop());

  /** A page as somebody who has signed in sees it, with an API that answers what the test says. */
  async function enter(
    path: string,
    api: Api,
    options: Parameters<typeof visit>[1] = {},
  ): Promise<Visit> {
    const seen = await visit(`${edge.url}favicon.svg`, options);
    await seen.page
      .context()
      .addCookies([{ ...(await cookie()), url: edge.url.replace('http:', 'https:') }]);
    await answer(seen.page, api);
    await seen.page.goto(edge.url + path);
    await seen.page.waitForLoadState('networkidle');
    return seen;
  }

  describe.each(CASES)('$name', ({ path, api, says }) => {
    test.each(SCHEMES)('says what it should, without a barrier, %s', async (colorScheme) => {
      const { page, complaints } = await enter(path, api, { colorScheme });
      expect(await page.locator('main').innerText()).toMatch(says);
      await unfold(page);
      expect(await findBarriers(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });

    test(`is not wider than a screen of ${WIDTHS.join(', ')} px`, async () => {
      const { page } = await enter(path, api);
      await unfold(page);
      expect(await findOverflows(page, WIDTHS)).toEqual([]);
    });
  });

  test.each(SCHEMES)('the login page has no barrier, %s', async (colorScheme) => {
    const { page, complaints } = await visit(`${edge.url}admin/login`, { colorScheme });
    await page.waitForLoadState('networkidle');
    expect(await findBarriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await findOverflows(page, [320])).toEqual([]);
  });

  test('the menu has a line for each page and marks the one that is open', async () => {
    const { page } = await enter('admin/audit', { audit: auditOf(1) });
    const menu = page.getByRole('navigation', { name: 'Sections', exact: true });
    expect(await menu.getByRole('link').allInnerTexts()).toEqual(
      expect.arrayContaining(['Audit', 'Session']),
    );
    expect(await menu.locator('[aria-current=page]').allInnerTexts()).toEqual(['Audit']);
    await page.setViewportSize({ width: 375, height: 700 });
    await page.locator('.menu summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Audit');
  });

  test('markup in an entry stays text', async () => {
    const odd = '<img src=x onerror=alert(1)>';
    const { page, complaints } = await enter('admin/audit', {
      audit: auditOf(1, { actor: odd, subject: odd, after: { [odd]: odd } }),
    });
    await unfold(page);
    expect(await page.locator('#entries').innerText()).toContain(odd);
    expect(await page.locator('#entries img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('the filters ask the API by keyboard alone, and the next page keeps them', async () => {
    const { page, requests } = await enter('admin/audit', { audit: auditOf(30) });
    await page.getByLabel('Who').focus();
    await page.keyboard.type('u-1');
    await page.keyboard.press('Enter');
    await page.waitForURL(/actor=u-1/);
    await page.waitForLoadState('networkidle');
    expect(requests.map(({ url }) => new URL(url).search)).toContain('?actor=u-1');
    expect(await page.getByLabel('Who').inputValue()).toBe('u-1');
    await page.getByRole('link', { name: 'Older' }).click();
    await page.waitForURL(/actor=u-1.*page=2/);
    await page.waitForLoadState('networkidle');
    const asked = requests.filter(({ url }) => url.includes('/monitoring/audit'));
    expect(new URL(asked.at(-1)?.url ?? '').search).toBe('?actor=u-1&page=2');
  });

  test('whose session ends meanwhile is led to the login page, and back', async () => {
    const { page } = await enter('admin/audit?actor=u-1', {
      session: failing(401),
      audit: failing(401),
    });
    await page.waitForURL(/\/admin\/login/);
    expect(page.url()).toMatch(/\?next=%2Fadmin%2Faudit%3Factor%3Du-1$/);
  });

  test('ending all sessions is asked for twice, and Escape ends nothing', async () => {
    const { page, requests } = await enter('admin/session', {});
    const isEnded = () => requests.some(({ url }) => url.endsWith('/end-all'));
    await page.getByRole('button', { name: 'End all sessions' }).click();
    await page.keyboard.press('Escape');
    expect(isEnded()).toBe(false);
    await page.getByRole('button', { name: 'End all sessions' }).click();
    expect(await page.locator(':focus').innerText()).toBe('Cancel');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'End all sessions' }).click();
    await page.waitForURL(/\/admin\/login/);
    expect(isEnded()).toBe(true);
  });

  test('a link signs in, leaves no token in the address, and does not work again', async () => {
    const stack = await openStack();
    onTestFinished(() => stack.close());
    await stack.cron();
    const link = await stack.adminLink();
    const { page, complaints } = await visit(link);
    await page.waitForURL(/\/admin\/session$/);
    await page.getByText('dev-admin').first().waitFor();
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    expect(complaints).toEqual([]);
    await page.goBack();
    expect(page.url()).not.toContain('token');

    const other = await visit(link);
    await other.page.getByText('This was not accepted').waitFor();
    expect(other.page.url()).toMatch(/\/admin\/login$/);

    await page.goto(new URL('/admin/audit', link).href);
    await page.getByText('Session: start').first().waitFor();
    await page.goto(new URL('/admin/session', link).href);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(/\/admin\/login/);
    await page.goto(new URL('/admin/audit', link).href);
    expect(page.url()).toContain('/admin/login?next=%2Fadmin%2Faudit');
  });
});

async function cookie(): Promise<{ name: string; value: string; secure: true }> {
  const nowMs = Date.now();
  const sealed = await sealSession(
    {
      id: crypto.randomUUID(),
      user: 'u-1',
      role: 'SUPER_ADMIN',
      entrance: 'origin',
      startedMs: nowMs,
      seenMs: nowMs,
      epoch: 1,
      isUnrecorded: false,
    },
    SESSION_SECRET,
  );
  const [pair = ''] = writeCookie(sealed).split(';');
  const at = pair.indexOf('=');
  return { name: pair.slice(0, at), value: pair.slice(at + 1), secure: true };
}

async function answer(
  page: Page,
  { session = ownSession(), audit = auditOf(3) }: Api,
): Promise<void> {
  await page.route('**/api/v1/session*', (route) => route.fulfill(session));
  await page.route('**/api/v1/session/end-all', (route) => route.fulfill(ownSession()));
  await page.route('**/api/v1/monitoring/audit*', (route) => route.fulfill(audit));
}
