import { Catch, HttpException, type ArgumentsHost, type INestApplication } from '@nestjs/common';
import { APP_FILTER, BaseExceptionFilter } from '@nestjs/core';
import { afterEach, expect, test } from 'vitest';
import { openApp, type OpenApp } from '../testing/open-app.ts';

@Catch(HttpException)
class HostFilter {
  catch(exception: HttpException, host: ArgumentsHost) {
    const response = host.switchToHttp().getResponse();
    response.status(exception.getStatus()).json({ status: 'error', message: exception.message });
  }
}

@Catch()
class CatchAllFilter {
  catch(_exception: unknown, host: ArgumentsHost) {
    host.switchToHttp().getResponse().status(500).json({ status: 'hidden' });
  }
}

@Catch()
class BaseFilter extends BaseExceptionFilter {}

const opened: OpenApp[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((host) => host.close()));
});

async function open(...args: Parameters<typeof openApp>): Promise<OpenApp> {
  const host = await openApp(...args);
  opened.push(host);
  return host;
}

async function ask(host: OpenApp, path: string, init: RequestInit = {}) {
  const response = await fetch(host.url + path, init);
  return { status: response.status, body: await response.json() };
}

/** What was reported, each by its message. */
function reports({ lines }: OpenApp): string[] {
  const errors = lines.filter(([level]) => level === 'error');
  return errors.map(([, line]) => (line instanceof Error ? 'raw' : Object(line).msg));
}

const NEST_500 = { statusCode: 500, message: 'Internal server error' };
const provide = (useClass: new (...args: never[]) => object) => [{ provide: APP_FILTER, useClass }];
const use = (filter: HostFilter) => (app: INestApplication) => void app.useGlobalFilters(filter);

test.each<[string, Parameters<typeof openApp>[0], object, object, string[]?]>([
  [
    'no filter of the host: Nest answers',
    {},
    NEST_500,
    { statusCode: 400, message: 'bad', error: 'Bad Request' },
  ],
  [
    'a filter of the host for some: it answers those, Nest the others',
    { providers: provide(HostFilter) },
    NEST_500,
    { status: 'error', message: 'bad' },
  ],
  [
    'a filter of the host for all',
    { providers: provide(CatchAllFilter) },
    { status: 'hidden' },
    { status: 'hidden' },
  ],
  [
    'a filter of main.ts for all',
    { setUp: use(new CatchAllFilter()) },
    { status: 'hidden' },
    { status: 'hidden' },
  ],
  [
    'a filter of main.ts before one of the module',
    { providers: provide(CatchAllFilter), setUp: use(new HostFilter()) },
    { status: 'hidden' },
    { status: 'error', message: 'bad' },
  ],
  [
    'a filter of the host that asks Nest',
    { providers: provide(BaseFilter) },
    NEST_500,
    { statusCode: 400, message: 'bad', error: 'Bad Request' },
    // That line is the host's.
    ['boom', 'raw'],
  ],
])('%s; each error is reported once', async (_case, host, forError, forBad, told = ['boom']) => {
  const app = await open(host);
  expect((await ask(app, '/things/boom/x')).body).toEqual(forError);
  expect((await ask(app, '/things/boom/bad')).body).toEqual(forBad);
  expect(reports(app)).toEqual(told);
});

test('a report says what, where and for whom', async () => {
  const host = await open({
    setUp: (app) =>
      app.use((request: object, _response: unknown, next: () => void) => {
        Object.assign(request, { user: { sub: 'user-7' }, correlationId: 'abc123' });
        next();
      }),
  });
  await ask(host, '/things/boom/x?token=secret');
  const [, line] = host.lines.find(([level]) => level === 'error') ?? [];
  expect(line).toMatchObject({
    msg: 'boom',
    error: { type: 'Error', message: 'boom', stack: expect.stringContaining('small-host.ts') },
    route: '/things/boom/:kind',
    method: 'GET',
    statusCode: 500,
    userId: 'user-7',
    correlationId: 'abc123',
  });
});

test.each([
  ['a mistake of the client', '/things/boom/teapot', 418],
  ['an unknown address', '/nothing', 404],
  ['a readiness check that says no', '/health/ready', 503],
])('%s is no error', async (_case, path, status) => {
  const host = await open();
  expect((await ask(host, path)).status).toBe(status);
  expect(reports(host)).toEqual([]);
  expect(await host.registry.getSingleMetricAsString('api_errors_total')).not.toContain('} ');
});

test.each([
  ['/things/boom/away', 'ServiceUnavailableException'],
  ['/things/boom/text', 'string'],
  ['/things/boom/x', 'Error'],
])('%s is counted by its type and route', async (path, type) => {
  const host = await open();
  await ask(host, path);
  expect(await host.registry.getSingleMetricAsString('api_errors_total')).toContain(
    `api_errors_total{type="${type}",route="/things/boom/:kind"} 1`,
  );
});

test('a report that fails costs nobody an answer', async () => {
  const host = await open({
    setUp: (app) =>
      app.use((request: object, _response: unknown, next: () => void) => {
        Object.defineProperty(request, 'user', {
          get() {
            throw new Error('no user for you');
          },
        });
        next();
      }),
  });
  expect(await ask(host, '/things/boom/x')).toEqual({ status: 500, body: NEST_500 });
  expect(host.lines.filter(([level]) => level === 'warn')).toHaveLength(1);
});

test('what a failed query was asked is in no line', async () => {
  const host = await open();
  await ask(host, '/things', {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: 'sid=PLANTED-cookie' },
    body: JSON.stringify({ fail: true, password: 'PLANTED-password', note: 'hello' }),
  });
  expect(reports(host)).toEqual(['duplicate key']);
  const text = JSON.stringify(host.lines);
  expect(text).not.toContain('PLANTED');
  expect(text).toContain('23505');
  expect(text).toContain('hello');
});
