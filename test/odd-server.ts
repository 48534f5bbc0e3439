import { createServer } from 'node:http';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

const seen = new Set<string>();

/** Answers by its first path segment, whatever follows: the base address alone chooses what is wrong with it. */
const ANSWERS: Record<string, (response: ServerResponse, url: URL) => void> = {
  html: (response) => send(response, 200, '<!doctype html><title>Sign in</title>'),
  text: (response) => send(response, 200, 'It works'),
  empty: (response) => send(response, 200, ''),
  'half-json': (response) => send(response, 200, '{"status":"UP","services":{"redis":{"sta'),
  big: (response) => send(response, 200, `{"data":["${'x'.repeat(10 * 1024 * 1024)}"]}`),
  loop: (response, url) => response.writeHead(302, { location: url.pathname }).end(),
  hang: () => {},
  slow: (response) => void setTimeout(() => send(response, 200, 'at last'), 3_100),
  // /flaky/<name>: the first request under a name fails.
  flaky: (response, url) => {
    send(response, seen.has(url.pathname) ? 200 : 500, 'text');
    seen.add(url.pathname);
  },
  drip: (response) => {
    const timer = setInterval(() => response.write('x'), 500);
    response.once('close', () => clearInterval(timer));
  },
  // /json/<URI component>/…
  json: (response, url) =>
    send(response, 200, decodeURIComponent(url.pathname.split('/')[2] ?? '')),
  // /status/<code>/…
  status: (response, url) => send(response, Number(url.pathname.split('/')[2]), '{}'),
};

export type OddServer = { url: string; stop: () => Promise<void> };

/** An origin that answers 200 with garbage, and in every other way an origin should not. */
export async function startOddServer(): Promise<OddServer> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://odd');
    const answer = ANSWERS[url.pathname.split('/')[1] ?? ''];
    if (answer === undefined) send(response, 404, '{}');
    else answer(response, url);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Cannot listen: no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function send(response: ServerResponse, status: number, body: string) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}
