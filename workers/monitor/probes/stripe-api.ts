import { Stripe } from 'stripe';
import * as z from 'zod';
import { HttpAddress } from './http-address.ts';
import { openUpstash } from '../upstash.ts';
import { onceInAll } from './once-in-all.ts';
import type { ProbeResult } from './probe-result.ts';
import { defineProbe } from './probe.ts';

const SLOTS_A_MINUTE = 2;
const TIMEOUT_MS = 4_500;
const NO_BALANCE = 'an answer that is no balance';

/** What is shared with the other runs of the same minute. */
const Result: z.ZodType<ProbeResult> = z.union([
  z.object({
    kind: z.enum(['up', 'down']),
    latencyMs: z.number().nullable(),
    reason: z.string().exactOptional(),
    metadata: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])).exactOptional(),
  }),
  z.object({ kind: z.literal('unknown'), reason: z.string() }),
]);

/** Reads the balance with a restricted key, at most once a minute in all: the quota is the shop's. */
export const stripeApi = defineProbe({
  serviceName: 'stripe-api',
  displayName: 'Card payments',
  target: 'third-party',
  addressedBy: ['STRIPE_API_URL'],
  degradedAboveMs: 3_000,
  everySlots: SLOTS_A_MINUTE,
  // Asked half as often as the others, it is believed at once when it is well again.
  recover: 1,
  settings: z.object({
    STRIPE_SECRET_KEY: z.string(),
    STRIPE_API_URL: HttpAddress.default('https://api.stripe.com'),
    UPSTASH_REDIS_REST_URL: HttpAddress,
    UPSTASH_REDIS_REST_TOKEN: z.string(),
  }),
  async run(settings, { tickMs, sleep, now }) {
    const { UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN } = settings;
    const store = openUpstash(UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN);
    const call = () => retrieveBalance(openStripe(settings), now);
    const key = `probe:stripe-api:${tickMs}`;
    const result = await onceInAll(Result, call, { store, key, sleep });
    return result ?? { kind: 'not-due' };
  },
});

function openStripe({ STRIPE_SECRET_KEY, STRIPE_API_URL }: Record<string, string>): Stripe {
  const { hostname, port, protocol } = new URL(STRIPE_API_URL ?? '');
  return new Stripe(STRIPE_SECRET_KEY ?? '', {
    httpClient: Stripe.createFetchHttpClient(),
    host: hostname,
    port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
    protocol: protocol === 'https:' ? 'https' : 'http',
    maxNetworkRetries: 0,
    timeout: TIMEOUT_MS,
    telemetry: false,
  });
}

async function retrieveBalance(stripe: Stripe, now: () => number): Promise<ProbeResult> {
  const startedAtMs = now();
  try {
    const { object, livemode, lastResponse } = await stripe.balance.retrieve();
    // To the client any JSON without an `error` is a success, whatever its status.
    if (object !== 'balance') return { kind: 'down', latencyMs: null, reason: NO_BALANCE };
    const metadata = { apiVersion: lastResponse.apiVersion ?? null, livemode };
    return { kind: 'up', latencyMs: now() - startedAtMs, metadata };
  } catch (error) {
    return judge(error);
  }
}

function judge(error: unknown): ProbeResult {
  if (error instanceof Stripe.errors.StripeRateLimitError) {
    return { kind: 'unknown', reason: 'throttled: status 429' };
  }
  const refused =
    error instanceof Stripe.errors.StripeAuthenticationError ||
    error instanceof Stripe.errors.StripePermissionError;
  if (refused) {
    return { kind: 'unknown', reason: `status ${error.statusCode}: check STRIPE_SECRET_KEY` };
  }
  const isStripe = error instanceof Stripe.errors.StripeError && error.statusCode !== undefined;
  const reason = isStripe ? `status ${error.statusCode}` : 'no usable answer';
  return { kind: 'down', latencyMs: null, reason };
}
