import { describe, expect, inject, test } from 'vitest';
import { createSeriesIndex } from '../../../core/metrics/series-index.ts';
import { testEnv } from '../test-env.ts';
import { scrapeOrigin } from './scrape-origin.ts';

const { oddUrl, closedUrl } = inject('backing');

function scrape(ORIGIN_URL: string, { ORIGIN_TOKEN = '', deadlineMs = 5_000 } = {}) {
  const settings = { ORIGIN_URL, ...(ORIGIN_TOKEN && { ORIGIN_TOKEN }) };
  return scrapeOrigin(settings, { now: Date.now, index: createSeriesIndex(), deadlineMs });
}

function raw(body: string, type = 'text/plain; version=0.0.4') {
  return `${oddUrl}/raw/${encodeURIComponent(type)}/${encodeURIComponent(body)}`;
}

async function reasonOf(answer: ReturnType<typeof scrape>) {
  const seen = await answer;
  return seen.kind === 'down' ? seen.reason : `up with ${seen.samples}`;
}

test('an origin is read with its token: what rules and charts use, and who answered', async () => {
  const { ORIGIN_URL, ORIGIN_TOKEN } = testEnv();
  const seen = await scrape(ORIGIN_URL, { ORIGIN_TOKEN });
  expect(seen).toMatchObject({ kind: 'up', picked: { dropped: 0, startMs: expect.any(Number) } });
  const { picked, samples } = seen.kind === 'up' ? seen : { picked: null, samples: 0 };
  const names = new Set(picked?.points.map(({ key }) => key.replace(/\{.*/, '')));
  expect(names).toContain('nodejs_heap_size_used_bytes');
  expect(names).toContain('http_active_connections');
  expect([...names].join()).not.toMatch(/nodejs_eventloop|health_check|database/);
  expect(samples).toBeGreaterThan(picked?.points.length ?? 0);
  expect(picked?.points.every(({ key }) => key.includes(`instance="${picked.instance}"`))).toBe(
    true,
  );
});

describe('a scrape goes down with a reason', () => {
  test.each([
    [
      'HTML by its type',
      raw('up 1\n', 'text/html; charset=utf-8'),
      'content type text/html; charset=utf-8, not metrics',
    ],
    ['HTML that says it is text', raw('<!doctype html>\n<p>Sign in'), 'line 1: HTML, not metrics'],
    ['JSON that says it is text', raw('{"status":"error"}'), 'line 1: JSON, not metrics'],
    ['JSON by its type', `${oddUrl}/empty`, 'content type application/json, not metrics'],
    ['an empty answer', raw('\n'), 'no samples'],
    ['comments alone', raw('# HELP up Some\n'), 'no samples'],
    [
      'an error in its text',
      raw('a 1\nhttp_requests_total x\n'),
      'line 2: a number was expected: "x"',
    ],
    ['half a line', raw('a 1\nb 12'), 'line 2: the text breaks off in the middle of a line'],
    [
      'OpenMetrics without its end',
      raw('a 1\n', 'application/openmetrics-text; version=1.0.0'),
      'line 1: the text does not end with # EOF',
    ],
    ['status 404', `${oddUrl}/status/404`, 'status 404'],
    ['status 502', `${oddUrl}/status/502`, 'status 502'],
    ['a token that is not known', `${oddUrl}/token/good`, 'status 401: set ORIGIN_TOKEN'],
    ['redirects without an end', `${oddUrl}/loop`, /^more than 3 redirects/],
    ['nobody', closedUrl, 'connection refused or lost'],
  ])('%s', async (_, url, reason) => {
    expect(await reasonOf(scrape(url))).toMatch(reason);
  });

  test('an answer that is shorter than it says', async () => {
    expect(await reasonOf(scrape(`${oddUrl}/cut`))).toMatch(
      /breaks off|connection refused or lost/,
    );
  });
});

test('OpenMetrics is understood', async () => {
  const url = raw(
    '# TYPE http_requests counter\nhttp_requests_total 5\n# EOF\n',
    'application/openmetrics-text',
  );
  expect(await scrape(url)).toMatchObject({
    kind: 'up',
    samples: 1,
    picked: { points: [{ key: 'http_requests_total', value: 5 }] },
  });
});

test('a token goes to the origin as a bearer', async () => {
  expect(await reasonOf(scrape(`${oddUrl}/token/good`, { ORIGIN_TOKEN: 'good' }))).toBe(
    'up with 1',
  );
  expect(await reasonOf(scrape(`${oddUrl}/token/good`, { ORIGIN_TOKEN: 'bad' }))).toBe(
    'status 401: check ORIGIN_TOKEN',
  );
});

describe('an answer without an end', () => {
  test.each([
    ['a silent one', 'hang'],
    ['one that drips', 'drip'],
  ])('is left at the deadline: %s', async (_, path) => {
    const startedMs = Date.now();
    expect(await reasonOf(scrape(`${oddUrl}/${path}`, { deadlineMs: 1_500 }))).toBe(
      'no answer within 1500 ms',
    );
    expect(Date.now() - startedMs).toBeLessThan(4_000);
  });

  test.each([
    ['50 MB in 50 KB', 'bomb'],
    ['one that goes on and on', 'endless'],
  ])('is left at the limit of its size: %s', async (_, path) => {
    const seen = await scrape(`${oddUrl}/${path}`);
    expect(seen).toMatchObject({
      kind: 'down',
      reason: expect.stringMatching(/more than 4194304 bytes/),
    });
    expect(seen.bytes).toBeLessThan(6 * 1024 * 1024);
  });
});
