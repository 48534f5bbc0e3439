import type { Probe } from './probe.ts';
import { THIRD_PARTY } from './third-party.ts';

type StripeOptions = {
  /** A restricted key that may read balances is enough. */
  secretKey: string;
  baseUrl?: string;
};

/** Stripe, by reading the balance. */
export function stripeProbe({
  secretKey,
  baseUrl = 'https://api.stripe.com',
}: StripeOptions): Probe {
  return {
    name: 'stripe-api',
    ...THIRD_PARTY,
    async check(signal) {
      const headers = { authorization: `Bearer ${secretKey}` };
      const response = await fetch(`${baseUrl}/v1/balance`, { headers, signal });
      const body: unknown = await response.json().catch(() => null);
      if (!response.ok) throw new Error(`Stripe answered with status ${response.status}`);
      return {
        apiVersion: response.headers.get('stripe-version'),
        livemode: Object(body).livemode === true,
      };
    },
  };
}
