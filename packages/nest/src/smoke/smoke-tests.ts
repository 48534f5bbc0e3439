import { reportMigrations } from '../health/report-migrations.ts';
import type { SmokeContext, SmokeTest } from './smoke-test.ts';

/** The five of every run; a host adds its own. */
export const smokeTests: readonly SmokeTest[] = [
  {
    test: 'ready',
    async run(context) {
      await get(context, context.settings.smoke.readyPath ?? '/health/ready');
    },
  },
  {
    test: 'api',
    async run(context) {
      const path = context.settings.smoke.apiPath ?? '/api/v1/digital-products?limit=1';
      const { data } = Object(JSON.parse(await get(context, path)));
      if (!Array.isArray(data)) throw new Error('there is no list under "data"');
    },
  },
  {
    test: 'metrics',
    async run(context) {
      const text = await get(context, context.settings.paths.metrics);
      if (!/^# TYPE \S+ \w+$/m.test(text)) throw new Error('no text of Prometheus');
    },
  },
  {
    test: 'migrations',
    async run({ settings: { dataSource } }) {
      if (dataSource === undefined) return;
      const { status, pending } = await reportMigrations(dataSource);
      if (status !== 'ok') throw new Error(`${status}: ${pending.join(', ')}`);
    },
  },
  {
    test: 'redis',
    async run({ settings: { redis } }) {
      if (redis?.isHealthy && !(await redis.isHealthy())) throw new Error('it is not healthy');
    },
  },
];

async function get({ baseUrl, settings, signal }: SmokeContext, path: string): Promise<string> {
  const [token] = settings.tokens;
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(baseUrl + path, { headers, signal });
  const text = await response.text();
  if (response.status === 200) return text;
  throw new Error(`status ${response.status}`);
}
