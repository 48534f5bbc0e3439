import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from '../../dev/build.ts';
import { fireCron } from '../../dev/stack/clock.ts';
import { readOptions } from '../../dev/stack/options.ts';
import type { startOrigin } from '../../dev/stack/origin/start-origin.ts';
import { startStack } from '../../dev/stack/stack.ts';

/** A slot of the stack under test: short, so that a test may run many. */
const SLOT_SEC = 0.5;
const CRON_MS = 2 * SLOT_SEC * 1000;

/** Every service of the stack when nothing fails. */
export const ALL_UP = {
  'api-server': 'UP',
  storefront: 'UP',
  postgresql: 'UP',
  redis: 'UP',
  'stripe-api': 'UP',
  's3-storage': 'UP',
  'smtp-email': 'UP',
};

export type OpenStack = {
  url: string;
  env: Record<string, string>;
  /** Runs a cron of a time of its own: the first of its ticks always, the second when the first was quick. */
  cron: () => Promise<string>;
  /** Status by service, as the API gives it. */
  statuses: () => Promise<Record<string, string>>;
  page: () => Promise<Response>;
  post: (to: 'faults' | 'sim', body: object) => Promise<void>;
  /** Signs in whoever opens it first. */
  adminLink: () => Promise<string>;
  close: () => Promise<void>;
};

/** The whole local stack without its clock, on free ports and a folder of its own. */
export async function openStack(
  variables: Record<string, string> = {},
  startOwnOrigin?: typeof startOrigin,
): Promise<OpenStack> {
  await buildSite();
  const dataDir = mkdtempSync(join(tmpdir(), 'pharos-'));
  const [port, inboxPort, originPort] = await freePorts(3);
  const ports = { PORT: `${port}`, INBOX_PORT: `${inboxPort}`, DEV_ORIGIN_PORT: `${originPort}` };
  const options = readOptions({ ...ports, PHAROS_DATA: dataDir, ...variables }, SLOT_SEC);
  const stack = await startStack(options, () => {}, startOwnOrigin);
  let lastMs = 0;

  return {
    url: stack.url,
    env: stack.env,
    async cron() {
      const nowMs = Math.floor(Date.now() / CRON_MS) * CRON_MS;
      lastMs = Math.max(lastMs + CRON_MS, nowMs);
      return fireCron(stack.url, lastMs);
    },
    async statuses() {
      const { data } = await (await fetch(`${stack.url}/api/v1/status`)).json();
      return Object.fromEntries(
        data.services.map((one: { serviceName: string; status: string }) => [
          one.serviceName,
          one.status,
        ]),
      );
    },
    page: () => fetch(stack.url),
    adminLink: stack.adminLink,
    async post(to, body) {
      const url = to === 'faults' ? `${stack.inboxUrl}/__faults` : `${stack.devOriginUrl}/__sim`;
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!response.ok) throw new Error(`Cannot switch: ${await response.text()}`);
    },
    async close() {
      await stack.stop();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** Below the ports that a system gives to who asks for any, so that nobody is given one of these meanwhile. */
const PORTS = { from: 12_000, to: 32_000 };

/** Ports that are free now, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = PORTS.from + Math.floor(Math.random() * (PORTS.to - PORTS.from));
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const isListening = await new Promise<boolean>((done) => {
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => done(true));
  });
  if (isListening) await new Promise((done) => server.close(done));
  return isListening;
}
