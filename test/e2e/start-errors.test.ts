import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../dev/build.ts';
import { freePorts } from './open-stack.ts';
import { runDev } from './run-dev.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'pharos-'));
let ports: Record<string, string>;

beforeAll(async () => {
  await buildSite();
  const [port, inboxPort, originPort] = await freePorts(3);
  ports = { PORT: `${port}`, INBOX_PORT: `${inboxPort}`, DEV_ORIGIN_PORT: `${originPort}` };
}, 60_000);

afterAll(() => rmSync(dataDir, { recursive: true }));

async function refusal(variables: Record<string, string>, args: string[] = []) {
  const dev = runDev({ ...ports, PHAROS_DATA: dataDir, ...variables }, args);
  return { code: await dev.exited, output: dev.output().trim() };
}

test.each<[Record<string, string>, string]>([
  [{ PORT: 'http' }, 'Cannot start: PORT must be a number (it is "http")'],
  [{ PORT: '70000' }, 'Cannot start: PORT must be from 1 to 65535 (it is "70000")'],
  [
    { ORIGIN_URL: 'example.org' },
    'Cannot start: ORIGIN_URL must be a whole address, https://… (it is "example.org")',
  ],
  [
    { REDIS_URL: 'here' },
    'Cannot start: REDIS_URL must be the address of a Redis, redis://… (it is "here")',
  ],
])('%j is refused with one line', async (variables, line) => {
  expect(await refusal(variables)).toEqual({ code: 1, output: line });
});

test('a tick that is no number is wrong use', async () => {
  const { code, output } = await refusal({}, ['--tick', 'fast']);
  expect(code).toBe(2);
  expect(output).toContain("argument 'fast' is invalid");
});

test.each(['PORT', 'INBOX_PORT', 'DEV_ORIGIN_PORT'])(
  '%s taken: says so and what to set',
  async (name) => {
    const server = createServer((_request, response) => response.end('somebody else'));
    await new Promise<void>((done) => server.listen(Number(ports[name]), '127.0.0.1', done));
    try {
      const { code, output } = await refusal({});
      expect(code).toBe(1);
      expect(output).toMatch(
        new RegExp(`^Cannot start.*port ${ports[name]} is taken: set ${name} to a free one$`),
      );
    } finally {
      await new Promise((done) => server.close(done));
    }
  },
);

test('a data folder that cannot be made is named', async () => {
  const file = join(dataDir, 'a-file');
  writeFileSync(file, '');
  const { code, output } = await refusal({ PHAROS_DATA: join(file, 'data') });
  expect(code).toBe(1);
  expect(output).toMatch(/^Cannot use .*a-file\/data: .*set PHAROS_DATA to another folder$/);
});

test('a Redis that does not answer is named', async () => {
  const [port] = await freePorts(1);
  const { code, output } = await refusal({ REDIS_URL: `redis://127.0.0.1:${port}` });
  expect(code).toBe(1);
  expect(output).toMatch(/^Cannot .*REDIS_URL/);
  expect(output.split('\n')).toHaveLength(1);
}, 30_000);
