import { createFaults, type FaultName } from '../faults.ts';
import type { FaultMode } from '../serve.ts';
import { startInbox } from './inbox.ts';

export const NOON = '2026-11-24T12:00:00.000Z';

type Options = { port?: number; slackPath?: string; webhookSecret?: string };

/** An inbox for one test: a fixed clock, and faults that are only written down. */
export async function openInbox(options: Options = {}) {
  const faultCalls: [FaultName, FaultMode][] = [];
  const record = (name: FaultName) => async (mode: FaultMode) => void faultCalls.push([name, mode]);
  const faults = createFaults({
    postgres: record('postgres'),
    upstash: record('upstash'),
    relay: record('relay'),
    stripe: record('stripe'),
    s3: record('s3'),
    neutral: record('neutral'),
  });
  const inbox = await startInbox({ port: 0, faults, now: () => Date.parse(NOON), ...options });

  return {
    ...inbox,
    faultCalls,
    send,
    post: (path: string, body: unknown) => send(`${inbox.url}${path}`, body),
    async read(): Promise<unknown> {
      return (await fetch(`${inbox.url}/messages.json`)).json();
    },
  };
}

function send(url: string, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = { 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', body: text, headers: { ...type, ...headers } });
}
