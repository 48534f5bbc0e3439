import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createFaults, type Faults } from './faults.ts';
import { startInbox } from './inbox/inbox.ts';
import { startNeutral } from './neutral.ts';
import type { StackOptions } from './options.ts';
import { adminLink, createIssuer } from './origin/issuer.ts';
import { JWKS_PATH, LINK_PATH, startIssuer } from './origin/start-issuer.ts';
import { startOrigin } from './origin/start-origin.ts';
import type { SimService } from './origin/sim-state.ts';
import { startPostgres } from './postgres.ts';
import { startRelay } from './relay.ts';
import { startS3Proxy } from './s3-proxy.ts';
import type { FaultMode } from './serve.ts';
import { startStripe } from './stripe.ts';
import { startUpstash } from './upstash/start-upstash.ts';
import { edgeEnv, LOCAL, workerEnv } from './worker-env.ts';
import { startWrangler } from './wrangler.ts';

export type Stack = {
  url: string;
  /** What the stack gave to the Workers. */
  env: Record<string, string>;
  inboxUrl: string;
  /** Null when a foreign origin is watched. */
  devOriginUrl: string | null;
  /** Signs in whoever opens it first, once and within five minutes. */
  adminLink: () => Promise<string>;
  /** Leads to a new one. */
  adminLinkUrl: string;
  stop: () => Promise<void>;
};

/**
 * Everything of `npm run dev` but the clock. The site must be built. `onExit` is called when the Workers end alone.
 * `startOwnOrigin` starts what is watched unless a foreign origin is.
 */
export async function startStack(
  options: StackOptions,
  onExit: () => void,
  startOwnOrigin: typeof startOrigin = startOrigin,
): Promise<Stack> {
  await using parts = new AsyncDisposableStack();
  const keep = <T extends { stop: () => Promise<void> }>(part: T): T => {
    parts.defer(() => part.stop());
    return part;
  };
  const { dataDir, port, redisUrl } = options;
  mkdirSync(dataDir, { recursive: true });

  const loginUrl = `http://localhost:${port}/admin/login`;
  // Whoever holds these ports is asked about first, before anything is opened.
  const inbox = keep(
    await startInbox({ port: options.inboxPort, faults: lateFaults(), now: Date.now }),
  );
  const origin = options.foreignOrigin === null ? keep(await startDevOrigin()) : null;
  const issuer = origin?.issuer ?? createIssuer(Date.now);
  const hasIssuer = origin !== null && origin.issuer !== null;
  const issuerUrl = (hasIssuer ? origin : keep(await startIssuer(issuer, loginUrl))).url;
  const postgres = keep(await startPostgres(join(dataDir, 'postgres')));
  const upstash = keep(
    await startUpstash({
      token: LOCAL.upstashToken,
      file: join(dataDir, 'upstash.log'),
      ...(redisUrl !== null && { redisUrl }),
    }),
  );
  const stripe = keep(await startStripe({ secretKey: LOCAL.stripeKey }));
  const relay = keep(
    await startRelay({
      apiKey: LOCAL.relayKey,
      receive: inbox.receive,
      decide: (choice) => inbox.failModes.answer('email', choice),
    }),
  );
  const s3 = keep(await startS3Proxy(port));
  const neutral = keep(await startNeutral());

  const faults = createFaults({
    postgres: postgres.setFault,
    upstash: upstash.setFault,
    neutral: neutral.setFault,
    relay: (mode) => relay.setFault(effective(mode, 'smtp-email')),
    stripe: (mode) => stripe.setFault(effective(mode, 'stripe-api')),
    s3: (mode) => s3.setFault(effective(mode, 's3-storage')),
  });

  const env = workerEnv(options, {
    postgres: postgres.url,
    upstash: upstash.url,
    devOrigin: `${origin?.url}/`,
    stripe: stripe.url,
    relay: relay.url,
    s3: `${s3.url}/cdn-cgi/local/r2/s3`,
    neutral: neutral.urls,
    jwks: issuerUrl + JWKS_PATH,
  });
  const persistTo = join(dataDir, 'wrangler');
  const wrangler = keep(
    await startWrangler({
      port,
      persistTo,
      env,
      edgeEnv: edgeEnv({ postgres: postgres.url }),
      onExit,
    }),
  );
  await postgres.ready;

  const started = parts.move();
  return {
    url: wrangler.url,
    env,
    inboxUrl: inbox.url,
    devOriginUrl: origin?.url ?? null,
    adminLink: () => adminLink(issuer, loginUrl),
    adminLinkUrl: issuerUrl + LINK_PATH,
    stop: () => started.disposeAsync(),
  };

  // The inbox and the dev origin are there before the parts that their switches reach.
  function lateFaults(): Faults {
    return { set: (name, mode) => faults.set(name, mode), get: () => faults.get() };
  }

  function startDevOrigin() {
    return startOwnOrigin({
      port: options.devOriginPort,
      token: LOCAL.originToken,
      loginUrl,
      onChange: async () => {
        const { relay: mail, stripe: payments, s3: storage } = faults.get();
        await faults.set('relay', mail);
        await faults.set('stripe', payments);
        await faults.set('s3', storage);
      },
    });
  }

  // A third party that the dev origin is told to find down is down for everybody.
  function effective(mode: FaultMode, service: SimService): FaultMode {
    if (mode !== 'ok' || origin === null) return mode;
    return origin.sim().down.includes(service) ? '500' : 'ok';
  }
}
