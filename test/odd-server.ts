import { createServer } from 'node:http';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

const seen = new Set<string>();
let bomb: Buffer | undefined;

type Answer = (response: ServerResponse, url: URL, authorization: string | undefined) => void;

/** Answers by its first path segment, whatever follows: the base address alone chooses what is wrong with it. */
const ANSWERS: Record<string, Answer> = {
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
  // /raw/<content type>/<body>/…, each a URI component
  raw: (response, url) => {
    const [type = '', body = ''] = url.pathname.split('/').slice(2, 4).map(decodeURIComponent);
    response.writeHead(200, { 'content-type': type }).end(body);
  },
  // 50 MB of comments in 50 KB.
  bomb: (response) => {
    bomb ??= gzipSync(Buffer.alloc(50 * 1024 * 1024, `# ${'x'.repeat(1021)}\n`));
    const type = { 'content-type': 'text/plain', 'content-encoding': 'gzip' };
    response.writeHead(200, type).end(bomb);
  },
  endless: (response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    const more = () => {
      while (!response.destroyed && response.write(`# ${'x'.repeat(65_533)}\n`));
    };
    response.on('drain', more);
    more();
  },
  // Says that it is longer than it is.
  cut: (response) => {
    const headers = { 'content-type': 'text/plain', 'content-length': '100' };
    response.writeHead(200, headers).write('up 1\n', () => response.destroy());
  },
  // /token/<token>/…: shut to whoever has another one.
  token: (response, url, authorization) => {
    const isKnown = authorization === `Bearer ${url.pathname.split('/')[2]}`;
    response.writeHead(isKnown ? 200 : 401, { 'content-type': 'text/plain' });
    response.end(isKnown ? 'http_requests_total 5\n' : 'no');
  },
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
    else answer(response, url, request.headers.authorization);
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
