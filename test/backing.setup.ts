// Starts in Node what a Worker under test reaches over loopback.
import type { TestProject } from 'vitest/node';
import { startOrigin } from '../dev/stack/origin/start-origin.ts';
import { startPostgres } from '../dev/stack/postgres.ts';
import { startRelay } from '../dev/stack/relay.ts';
import { serve } from '../dev/stack/serve.ts';
import { startStripe } from '../dev/stack/stripe.ts';
import { startUpstash } from '../dev/stack/upstash/start-upstash.ts';
import { startOddServer } from './odd-server.ts';

const TOKEN = 'backing-token';

export default async function startBacking(project: TestProject) {
  const [postgres, another, ofWindow, upstash, origin, stripe, relay, odd, closed] =
    await Promise.all([
      startPostgres(),
      startPostgres(),
      startPostgres(),
      startUpstash({ token: TOKEN }),
      startOrigin({ port: 0, token: TOKEN }),
      startStripe({ secretKey: TOKEN }),
      startRelay({ apiKey: TOKEN, receive: () => {} }),
      startOddServer(),
      serve({ name: 'nothing', handler: async () => null }),
    ]);
  await Promise.all([postgres.ready, another.ready, ofWindow.ready, closed.stop()]);
  project.provide('backing', {
    env: {
      DATABASE_URL: postgres.url,
      UPSTASH_REDIS_REST_URL: upstash.url,
      UPSTASH_REDIS_REST_TOKEN: TOKEN,
      ORIGIN_URL: origin.url,
      ORIGIN_TOKEN: TOKEN,
      STOREFRONT_URL: origin.url,
      STRIPE_SECRET_KEY: TOKEN,
      STRIPE_API_URL: stripe.url,
      EMAIL_RELAY_API_KEY: TOKEN,
      EMAIL_RELAY_URL: relay.url,
    },
    anotherDatabaseUrl: another.url,
    windowDatabaseUrl: ofWindow.url,
    oddUrl: odd.url,
    closedUrl: closed.url,
  });
  return async () => {
    await Promise.all(
      [postgres, another, ofWindow, upstash, origin, stripe, relay, odd].map((part) => part.stop()),
    );
  };
}
