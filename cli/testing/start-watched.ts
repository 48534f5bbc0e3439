import { startOrigin } from '../../dev/stack/origin/start-origin.ts';
import { startPostgres } from '../../dev/stack/postgres.ts';
import { startRelay } from '../../dev/stack/relay.ts';
import { serve, type Server } from '../../dev/stack/serve.ts';
import { startStripe } from '../../dev/stack/stripe.ts';
import { startUpstash } from '../../dev/stack/upstash/start-upstash.ts';
import { startOddServer } from '../../test/odd-server.ts';

/** What no output may show; every right or wrong secret of a test contains it. */
export const HUSH = 'hush-hush';

export type Watched = {
  /** Variables with which everything is well. */
  env: Record<string, string>;
  /** Answers as its path says: see `odd-server.ts`. */
  oddUrl: string;
  /** Nothing listens here. */
  closedUrl: string;
  stop: () => Promise<void>;
};

/** All that an installation of Pharos reaches, on loopback. */
export async function startWatched(): Promise<Watched> {
  const [postgres, upstash, origin, stripe, relay, s3, odd, closed] = await Promise.all([
    startPostgres(),
    startUpstash({ token: `${HUSH}-upstash` }),
    startOrigin({ port: 0, token: `${HUSH}-origin` }),
    startStripe({ secretKey: `${HUSH}-stripe` }),
    startRelay({ apiKey: `${HUSH}-relay`, receive: () => {} }),
    startBucket(`${HUSH}-s3-id`),
    startOddServer(),
    serve({ name: 'nothing', handler: async () => null }),
  ]);
  await Promise.all([postgres.ready, closed.stop()]);
  return {
    env: {
      DATABASE_URL: postgres.url,
      UPSTASH_REDIS_REST_URL: upstash.url,
      UPSTASH_REDIS_REST_TOKEN: `${HUSH}-upstash`,
      ORIGIN_URL: origin.url,
      ORIGIN_TOKEN: `${HUSH}-origin`,
      STOREFRONT_URL: origin.url,
      STRIPE_SECRET_KEY: `${HUSH}-stripe`,
      STRIPE_API_URL: stripe.url,
      S3_ENDPOINT: s3.url,
      S3_BUCKET: 'media',
      S3_ACCESS_KEY_ID: `${HUSH}-s3-id`,
      S3_SECRET_ACCESS_KEY: `${HUSH}-s3-secret`,
      EMAIL_RELAY_API_KEY: `${HUSH}-relay`,
      EMAIL_RELAY_URL: relay.url,
    },
    oddUrl: odd.url,
    closedUrl: closed.url,
    async stop() {
      const parts = [postgres, upstash, origin, stripe, relay, s3, odd];
      await Promise.all(parts.map((part) => part.stop()));
    },
  };
}

// Knows the key by its name; a signature is not what is tested here.
function startBucket(accessKeyId: string): Promise<Server> {
  return serve({
    name: 'the bucket',
    async handler({ url, headers }) {
      const isKnown = headers.authorization?.includes(`Credential=${accessKeyId}/`) ?? false;
      if (!isKnown) return { status: 403, body: '' };
      return { status: url === '/media' ? 200 : 404, body: '' };
    },
  });
}
