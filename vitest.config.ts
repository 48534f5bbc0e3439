import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: [
            '{core,cli,db,dev,packages}/**/*.test.ts',
            'site/src/lib/**/*.test.ts',
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
