import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Most of what starts something waits most of its time: left alone, two cores run one file at a time.
    maxWorkers: 2,
    projects: [
      {
        // Pure code has no state that another test could see.
        test: {
          name: 'pure',
          include: ['core/**/*.test.ts', 'site/src/lib/**/*.test.ts'],
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'node',
          include: [
            '{cli,db,dev,packages}/**/*.test.ts',
            'test/*.test.ts',
            'test/origin/*.test.ts',
            'test/origin/infra/*.test.ts',
          ],
          testTimeout: 20_000,
        },
      },
      {
        // Stripe's source maps name files that it does not ship, one warning each.
        logLevel: 'error',
        plugins: [cloudflareTest({ wrangler: { configPath: './workers/monitor/wrangler.toml' } })],
        test: {
          name: 'workers',
          include: ['workers/**/*.test.ts'],
          globalSetup: ['./test/backing.setup.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'pages',
          include: ['test/pages/**/*.test.ts'],
          testTimeout: 60_000,
          fileParallelism: false,
        },
      },
      { test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
});
