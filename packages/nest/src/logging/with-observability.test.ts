import { createServer, type IncomingMessage } from 'node:http';
import { Writable } from 'node:stream';
import express from 'express';
import { pinoHttp, type Options } from 'pino-http';
import { expect, test } from 'vitest';
import { withObservability } from './with-observability.ts';

/** The lines that one request to an Express server leaves. */
async function logOf(path: string, options: Options = {}): Promise<string[]> {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const app = express();
  app.use(pinoHttp(withObservability(options), stream));
  app.use((request: IncomingMessage & { user?: object }, _response, next) => {
    request.user = { id: 7 };
    next();
  });
  app.get('/x/:id', (_request, response) => void response.json(1));
  app.get('/boom', (_request, response) => void response.status(500).end());
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  await expect.poll(() => lines.length).toBe(1);
  await new Promise((resolve) => server.close(resolve));
  return lines;
}

test.each([
  ['/x/7?token=SECRET', '/x/:id'],
  ['/boom?token=SECRET', '/boom'],
  ['/none?token=SECRET', '(unmatched)'],
])('%s has its route, user and duration, each once, and no query', async (path, route) => {
  const [line = ''] = await logOf(path);
  expect(JSON.parse(line)).toMatchObject({ route, userId: '7', duration: expect.any(Number) });
  expect(line.match(/"(route|userId|duration|responseTime)":/g)).toHaveLength(3);
  expect(line).not.toContain('SECRET');
});

test('what the host adds stays', async () => {
  const [line = ''] = await logOf('/x/7', {
    customSuccessObject: (_request, _response, log: object) => ({ ...log, own: 1 }),
    serializers: { req: (request: { method: string }) => ({ method: request.method, mine: 1 }) },
  });
  expect(JSON.parse(line)).toMatchObject({
    own: 1,
    route: '/x/:id',
    req: { method: 'GET', mine: 1 },
  });
});
