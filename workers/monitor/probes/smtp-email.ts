import * as z from 'zod';
import { defineProbe } from './probe.ts';
import { readJson } from './read-answer.ts';
import { USER_AGENT } from './user-agent.ts';

const LIMIT_BYTES = 256 * 1024;

const Refusal = z.object({ name: z.string() });

/** Mail leaves through the relay's HTTP API (Resend's): reading the list of domains sends nothing and needs its key. */
export const smtpEmail = defineProbe({
  serviceName: 'smtp-email',
  displayName: 'E-mail delivery',
  target: 'third-party',
  addressedBy: ['EMAIL_RELAY_URL'],
  settings: z.object({
    EMAIL_RELAY_URL: z.url().default('https://api.resend.com'),
    EMAIL_RELAY_API_KEY: z.string(),
  }),
  async run({ EMAIL_RELAY_URL, EMAIL_RELAY_API_KEY }, { signal }) {
    const response = await fetch(new URL('/domains', EMAIL_RELAY_URL), {
      headers: { ...USER_AGENT, authorization: `Bearer ${EMAIL_RELAY_API_KEY}` },
      signal,
    });
    const { status } = response;
    const answer = await readJson(response, LIMIT_BYTES);
    if (response.ok || isSendOnlyKey(answer)) return { kind: 'up' };
    if (status === 429) return { kind: 'unknown', reason: 'throttled: status 429' };
    if (status === 401 || status === 403) {
      return { kind: 'unknown', reason: `status ${status}: check EMAIL_RELAY_API_KEY` };
    }
    return { kind: 'down', latencyMs: null, reason: `status ${status}` };
  },
});

// A key that may only send is refused here by name, which proves that the relay answers and knows the key.
function isSendOnlyKey(answer: unknown): boolean {
  const refusal = Refusal.safeParse(answer);
  return refusal.success && refusal.data.name === 'restricted_api_key';
}
