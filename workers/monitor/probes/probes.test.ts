import { expect, inject, test } from 'vitest';
import type { Outcome } from '../../../core/services/outcome.ts';
import { testEnv } from '../test-env.ts';
import { probes } from './index.ts';
import { runRound } from './run-round.ts';

const { oddUrl, closedUrl } = inject('backing');
const slotMs = 30_000;
let nextTickMs = 60_000;

async function probe(
  serviceName: string,
  changes: Record<string, string>,
): Promise<Outcome | null> {
  const chosen = probes.filter((one) => one.serviceName === serviceName);
  const [probed] = await runRound(chosen, testEnv(changes), round());
  return probed?.outcome ?? null;
}

// Each call has a slot of its own in which every probe is due.
function round() {
  // The pause before a second try is cut short.
  const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms / 100));
  return { tickMs: (nextTickMs += 60_000), slotMs, now: () => Date.now(), sleep };
}

test('every service of a healthy origin is up, with the facts that admins want', async () => {
  const outcomes = await runRound(probes, testEnv(), round());
  expect(
    outcomes.map(({ probe: { serviceName }, outcome }) => [serviceName, outcome?.kind]),
  ).toEqual([
    ['api-server', 'up'],
    ['storefront', 'up'],
    ['postgresql', 'up'],
    ['redis', 'up'],
    ['stripe-api', 'up'],
    ['s3-storage', 'not-configured'],
    ['smtp-email', 'up'],
  ]);
  const metadata = outcomes.map(
    ({ outcome }) => outcome && 'metadata' in outcome && outcome.metadata,
  );
  expect(metadata[2]).toEqual({
    active_connections: expect.any(Number),
    database_size_mb: expect.any(Number),
  });
  expect(metadata[3]).toEqual({
    usedMemory: expect.any(String),
    hitRate: expect.any(Number),
    connectedClients: expect.any(Number),
  });
  expect(metadata[4]).toEqual({ apiVersion: expect.any(String), livemode: false });
});

test.each([
  ['html', 'down', 'HTML where JSON was expected: check ORIGIN_URL and PROBE_API_PATH'],
  [
    'half-json',
    'down',
    'JSON that breaks off or is malformed: check ORIGIN_URL and PROBE_API_PATH',
  ],
  ['empty', 'down', 'an empty answer where JSON was expected: check ORIGIN_URL and PROBE_API_PATH'],
  ['text', 'down', 'text where JSON was expected: check ORIGIN_URL and PROBE_API_PATH'],
  ['big', 'down', 'the answer is larger than 1024 KiB: check ORIGIN_URL and PROBE_API_PATH'],
  ['loop', 'down', 'more than 3 redirects: check ORIGIN_URL and PROBE_API_PATH'],
  ['status/500', 'down', 'status 500'],
  ['status/404', 'down', 'status 404: check ORIGIN_URL and PROBE_API_PATH'],
  ['status/429', 'unknown', 'throttled: status 429'],
  [
    `json/${encodeURIComponent('{"data":{}}')}`,
    'down',
    'JSON without a list of products: check ORIGIN_URL and PROBE_API_PATH',
  ],
])('an API that answers with %s is %s: %s', async (path, kind, reason) => {
  expect(await probe('api-server', { ORIGIN_URL: `${oddUrl}/${path}` })).toMatchObject({
    kind,
    reason,
  });
});

test('a foreign page is up whatever it says, as long as it answers', async () => {
  const changes = { PROBE_API_PATH: '/', ORIGIN_URL: `${oddUrl}/html` };
  expect(await probe('api-server', changes)).toMatchObject({ kind: 'up' });
  const big = { PROBE_API_PATH: '/', ORIGIN_URL: `${oddUrl}/big` };
  expect(await probe('api-server', big)).toMatchObject({ kind: 'up' });
  const empty = { PROBE_API_PATH: '/', ORIGIN_URL: `${oddUrl}/empty` };
  expect(await probe('api-server', empty)).toMatchObject({
    kind: 'down',
    reason: 'an empty answer',
  });
});

test('an origin that nobody reaches is down; what only it can see is unknown', async () => {
  const changes = { ORIGIN_URL: closedUrl };
  const down = { kind: 'down', latencyMs: null, reason: 'connection refused or lost' };
  expect(await probe('api-server', changes)).toMatchObject(down);
  expect(await probe('redis', changes)).toEqual({
    kind: 'unknown',
    reason: '/health/detailed: connection refused or lost',
  });
});

test('an origin that hangs or drips fails by the deadline and leaves the third parties alone', async () => {
  const changes = { ORIGIN_URL: `${oddUrl}/hang`, STOREFRONT_URL: `${oddUrl}/drip` };
  const outcomes = await runRound(probes, testEnv(changes), round());
  const kinds = outcomes.map(({ probe: { serviceName }, outcome }) => [serviceName, outcome?.kind]);
  expect(Object.fromEntries(kinds)).toMatchObject({
    'api-server': 'down',
    storefront: 'down',
    postgresql: 'unknown',
    redis: 'unknown',
    'stripe-api': 'up',
    'smtp-email': 'up',
  });
});

const report = (services: object) => `json/${encodeURIComponent(JSON.stringify({ services }))}`;

test.each<[string, string, object]>([
  ['a route that is not there', 'status/404', { kind: 'not-reported' }],
  ['a page in its place', 'html', { kind: 'not-reported' }],
  ['a report without it', report({}), { kind: 'not-reported' }],
  ['half a report', 'half-json', { kind: 'unknown' }],
  [
    'a refused token',
    'status/401',
    { kind: 'unknown', reason: expect.stringContaining('ORIGIN_TOKEN') },
  ],
  ['a failing report', 'status/502', { kind: 'unknown', reason: '/health/detailed: status 502' }],
  ['nonsense about it', report({ redis: { status: 'FINE' } }), { kind: 'unknown' }],
  [
    'DEGRADED',
    report({ redis: { status: 'DEGRADED', latencyMs: 250.4 } }),
    { kind: 'degraded', latencyMs: 250 },
  ],
  [
    'DOWN with a secret in the error',
    report({
      redis: { status: 'DOWN', latencyMs: 3, error: 'connect redis://u:secret@10.0.0.1 refused' },
    }),
    { kind: 'down', latencyMs: null, reason: 'connect redis://…@10.0.0.1 refused' },
  ],
])('redis, given %s', async (_case, path, expected) => {
  expect(await probe('redis', { ORIGIN_URL: `${oddUrl}/${path}` })).toMatchObject(expected);
});

test('facts that nobody asked for are left behind', async () => {
  const metadata = { usedMemory: '41M', password: 'secret', hitRate: { nested: true } };
  const path = report({ redis: { status: 'UP', latencyMs: 1, metadata } });
  expect(await probe('redis', { ORIGIN_URL: `${oddUrl}/${path}` })).toMatchObject({
    metadata: { usedMemory: '41M' },
  });
});

test.each<[string, Record<string, string>, object]>([
  [
    'a refused Stripe key',
    { STRIPE_SECRET_KEY: 'rk_wrong' },
    { kind: 'unknown', reason: expect.stringContaining('STRIPE_SECRET_KEY') },
  ],
  [
    'another server in the place of Stripe',
    { STRIPE_API_URL: oddUrl },
    { kind: 'down', reason: 'an answer that is no balance' },
  ],
  ['Stripe gone', { STRIPE_API_URL: closedUrl }, { kind: 'down', reason: 'no usable answer' }],
])('%s', async (_case, changes, expected) => {
  expect(await probe('stripe-api', changes)).toMatchObject(expected);
});

test.each<[string, Record<string, string>, object]>([
  [
    'a relay that knows another key',
    { EMAIL_RELAY_API_KEY: 're_wrong' },
    { kind: 'unknown', reason: expect.stringContaining('EMAIL_RELAY_API_KEY') },
  ],
  ['a relay that is gone', { EMAIL_RELAY_URL: closedUrl }, { kind: 'down' }],
])('%s', async (_case, changes, expected) => {
  expect(await probe('smtp-email', changes)).toMatchObject(expected);
});

const bucket = { S3_BUCKET: 'media', S3_ACCESS_KEY_ID: 'key', S3_SECRET_ACCESS_KEY: 'secret' };

test.each([
  ['status/200', 'up'],
  ['status/403', 'unknown'],
  ['status/404', 'down'],
  ['status/503', 'degraded'],
  ['status/500', 'down'],
])('a bucket that answers with %s is %s', async (path, kind) => {
  expect(await probe('s3-storage', { ...bucket, S3_ENDPOINT: `${oddUrl}/${path}` })).toMatchObject({
    kind,
  });
});

test.each<[string, Record<string, string>, object]>([
  ['storefront', { STOREFRONT_URL: '' }, { kind: 'not-configured', remedy: 'set STOREFRONT_URL' }],
  [
    'storefront',
    { STOREFRONT_URL: 'shop' },
    {
      kind: 'unknown',
      reason: 'STOREFRONT_URL is malformed: it must be a whole address, https://…',
    },
  ],
  [
    's3-storage',
    { S3_BUCKET: 'media' },
    { kind: 'not-configured', remedy: 'set S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY' },
  ],
  [
    'api-server',
    { PROBE_API_PATH: 'products' },
    { kind: 'unknown', reason: 'PROBE_API_PATH is malformed: it must start with /' },
  ],
])('%s says which variable to set', async (serviceName, changes, expected) => {
  expect(await probe(serviceName, changes)).toEqual(expected);
});

test('Stripe is asked in every second slot only', async () => {
  const chosen = probes.filter(({ serviceName }) => serviceName === 'stripe-api');
  const [probed] = await runRound(chosen, testEnv(), { ...round(), tickMs: nextTickMs + slotMs });
  expect(probed?.outcome).toBeNull();
});

test('two rounds of one slot ask Stripe once between them and both know the answer', async () => {
  const chosen = probes.filter(({ serviceName }) => serviceName === 'stripe-api');
  const same = round();
  const rounds = await Promise.all([
    runRound(chosen, testEnv(), same),
    runRound(chosen, testEnv(), same),
  ]);
  const [first, second] = rounds.map(([probed]) => probed?.outcome);
  expect(first).toMatchObject({ kind: 'up' });
  expect(second).toEqual(first);
});

test('a probe that fails is tried once more inside its round', async () => {
  const flaky = `${oddUrl}/flaky/${crypto.randomUUID()}`;
  expect(await probe('storefront', { STOREFRONT_URL: flaky })).toMatchObject({ kind: 'up' });
});

test('an answer that takes longer than the service allows is degraded', async () => {
  const outcome = await probe('storefront', { STOREFRONT_URL: `${oddUrl}/slow` });
  expect(outcome).toMatchObject({
    kind: 'degraded',
    reason: expect.stringMatching(/^3\d+ ms, above 3000 ms$/),
  });
});

const NOTHING = {
  ORIGIN_URL: closedUrl,
  STOREFRONT_URL: closedUrl,
  STRIPE_API_URL: closedUrl,
  EMAIL_RELAY_URL: closedUrl,
};

test.each([
  ['are out of reach too', `${closedUrl},${closedUrl}`, 'unknown'],
  ['answer', `${closedUrl},${oddUrl}/html`, 'down'],
  ['are not set', '', 'down'],
])(
  'when every service is out of reach and the neutral targets %s',
  async (_case, neutral, kind) => {
    const probed = await runRound(probes, testEnv({ ...NOTHING, NEUTRAL_URLS: neutral }), round());
    const asked = probed.filter(({ outcome }) => outcome?.kind !== 'not-configured');
    expect(asked.filter(({ outcome }) => outcome?.kind === kind)).not.toHaveLength(0);
    expect(asked.map(({ outcome }) => outcome?.kind)).not.toContain(
      kind === 'down' ? 'up' : 'down',
    );
  },
);

test.each([
  ['localhost:3000', 'it must be a whole address, https://…'],
  ['ftp://example.org', 'it must be a whole address, https://…'],
  ['https://user:secret@example.org', 'it must not hold a user or password'],
])('a storefront at %s is unknown, not down', async (STOREFRONT_URL, why) => {
  const reason = `STOREFRONT_URL is malformed: ${why}`;
  expect(await probe('storefront', { STOREFRONT_URL })).toEqual({ kind: 'unknown', reason });
});

test('a report without a latency has none', async () => {
  const path = report({ redis: { status: 'UP' } });
  expect(await probe('redis', { ORIGIN_URL: `${oddUrl}/${path}` })).toMatchObject({
    latencyMs: null,
  });
});

test.each([
  ['an impossible latency', { status: 'UP', latencyMs: 3e9 }],
  ['no status', { latencyMs: 3 }],
])('a report with %s is unreadable for that service alone', async (_case, redis) => {
  const path = report({ redis, postgresql: { status: 'UP', latencyMs: 2 } });
  expect(await probe('redis', { ORIGIN_URL: `${oddUrl}/${path}` })).toMatchObject({
    kind: 'unknown',
  });
  expect(await probe('postgresql', { ORIGIN_URL: `${oddUrl}/${path}` })).toMatchObject({
    kind: 'up',
  });
});

test.each(['s3-storage', 'smtp-email', 'storefront', 'api-server'])(
  '%s throttled is unknown',
  async (name) => {
    const at = `${oddUrl}/status/429`;
    const all = {
      ...bucket,
      S3_ENDPOINT: at,
      EMAIL_RELAY_URL: at,
      STOREFRONT_URL: at,
      ORIGIN_URL: at,
    };
    expect(await probe(name, all)).toEqual({ kind: 'unknown', reason: 'throttled: status 429' });
  },
);
