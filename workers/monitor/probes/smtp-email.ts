import * as z from 'zod';
import { HttpAddress } from './http-address.ts';
import { originUrl } from './origin-url.ts';
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
  degradedAboveMs: 3_000,
  settings: z.object({
    EMAIL_RELAY_URL: HttpAddress.default('https://api.resend.com'),
    EMAIL_RELAY_API_KEY: z.string(),
  }),
  async run({ EMAIL_RELAY_URL, EMAIL_RELAY_API_KEY }, { signal }) {
    const response = await fetch(originUrl(EMAIL_RELAY_URL, '/domains'), {
      headers: { ...USER_AGENT, authorization: `Bearer ${EMAIL_RELAY_API_KEY}` },
      signal,
    });
    const { status } = response;
    if (status === 429) return { kind: 'unknown', reason: 'throttled: status 429' };
    if (status === 401 || status === 403) {
      if (isSendOnlyKey(await readJson(response, LIMIT_BYTES).catch(() => null)))
        return { kind: 'up' };
      return { kind: 'unknown', reason: `status ${status}: check EMAIL_RELAY_API_KEY` };
    }
    if (!response.ok) return { kind: 'down', latencyMs: null, reason: `status ${status}` };
    await readJson(response, LIMIT_BYTES);
    return { kind: 'up' };
  },
});

// A key that may only send is refused here by name, which proves that the relay answers and knows the key.
function isSendOnlyKey(answer: unknown): boolean {
  const refusal = Refusal.safeParse(answer);
  return refusal.success && refusal.data.name === 'restricted_api_key';
}
