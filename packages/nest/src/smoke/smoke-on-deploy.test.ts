import { Controller, Get } from '@nestjs/common';
import { afterEach, expect, test, vi } from 'vitest';
import { openApp, TOKEN, type OpenApp } from '../testing/open-app.ts';
import type { ObservabilityOptions } from '../options.ts';
import { SmokeOnDeploy } from './smoke-on-deploy.ts';

const opened: OpenApp[] = [];

const exit: unknown = Reflect.get(process, 'exit');

afterEach(async () => {
  Reflect.set(process, 'exit', exit);
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await Promise.all(opened.splice(0).map((host) => host.close()));
});

const dataSource = {
  migrations: [{ name: 'Init' }],
  query: async () => [{ name: 'Init' }],
};
const redis = { isHealthy: async () => true };
const smoke = { readyPath: '/things/7', apiPath: '/metrics', delayMs: 0, pauseMs: 0 };

async function open(options: Partial<ObservabilityOptions>): Promise<OpenApp> {
  const host = await openApp({ options: { dataSource, redis, smoke, ...options } });
  opened.push(host);
  return host;
}

/** Names of the tests that failed, with what they saw. */
async function failures(host: OpenApp): Promise<string[]> {
  const { results } = await host.app.get(SmokeOnDeploy).run();
  return results
    .filter(({ passed }) => !passed)
    .map(({ test: name, error }) => `${name}: ${error}`);
}

test.each<[string, Partial<ObservabilityOptions>, string[]]>([
  ['the API gives no list', {}, ['api']],
  [
    'the readiness check says no',
    { smoke: { ...smoke, readyPath: '/health/ready' } },
    ['ready: status 503', 'api'],
  ],
  [
    'Redis is away',
    { redis: { isHealthy: async () => false } },
    ['api', 'redis: it is not healthy'],
  ],
  [
    'a migration is pending',
    { dataSource: { ...dataSource, migrations: [{ name: 'Init' }, { name: 'Later' }] } },
    ['api', 'migrations: pending: Later'],
  ],
  [
    'a test of the host fails',
    { smoke: { ...smoke, tests: [{ test: 'mine', run: () => Promise.reject(new Error('no')) }] } },
    ['api', 'mine: no'],
  ],
])('%s', async (_case, options, expected) => {
  const seen = await failures(await open(options));
  expect(seen.map((line, at) => line.slice(0, expected[at]?.length))).toEqual(expected);
});

test.each([
  ['true', 'true', 3, [1]],
  ['true', 'false', 3, []],
  ['false', 'true', 0, []],
])(
  'RUN_SMOKE_ON_DEPLOY=%s and AUTO_ROLLBACK_ENABLED=%s: %d tries, then exit codes %j',
  async (run, rollback, tries, codes) => {
    vi.stubEnv('RUN_SMOKE_ON_DEPLOY', run);
    vi.stubEnv('AUTO_ROLLBACK_ENABLED', rollback);
    const exits: unknown[] = [];
    Reflect.set(process, 'exit', (code: number) => exits.push(code));
    const host = await open({});
    const failed = () => host.lines.filter(([, line]) => Object(line).msg === 'Smoke tests failed');
    await expect.poll(() => failed().length).toBe(tries);
    await expect.poll(() => exits).toEqual(codes);
  },
);

test('a run that passes at its second try is over', async () => {
  vi.stubEnv('RUN_SMOKE_ON_DEPLOY', 'true');
  let runs = 0;
  const second = {
    test: 'second',
    async run() {
      runs += 1;
      if (runs === 1) throw new Error('not yet');
    },
  };
  @Controller('list')
  class ListController {
    @Get()
    list() {
      return { data: [] };
    }
  }
  const options = { dataSource, redis, smoke: { ...smoke, apiPath: '/list', tests: [second] } };
  const host = await openApp({ options, controllers: [ListController] });
  opened.push(host);
  const said = () => host.lines.flatMap(([, line]) => Object(line).msg ?? []);
  await expect.poll(said).toEqual(['Smoke tests failed', 'Smoke tests passed']);
  expect(JSON.stringify(host.lines)).not.toContain(TOKEN);
});
