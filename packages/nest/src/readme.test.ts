// The README's five minutes, word for word: its code in a fresh project, against the package as it is published.
import { execFile, fork } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const PACKAGE = join(import.meta.dirname, '..');
const MODULES = join(PACKAGE, '../../node_modules');
const TSC = join(MODULES, 'typescript/bin/tsc');
const TOKEN = 'a-token-of-an-adopter-00';

const run = promisify(execFile);
const readme = readFileSync(join(PACKAGE, 'README.md'), 'utf8');
const project = mkdtempSync(join(tmpdir(), 'pharos-adopter-'));
const stops: (() => Promise<unknown>)[] = [];
let url = '';

beforeAll(async () => {
  installPackage(await compilePackage());
  writeProject();
  await run(process.execPath, [TSC, '-p', project]).catch((error: { stdout?: string }) => {
    throw new Error(String(error.stdout));
  });
  url = await start();
}, 60_000);

afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  rmSync(project, { recursive: true });
});

async function compilePackage(): Promise<string> {
  const dist = join(project, 'built');
  const build = ['-p', join(PACKAGE, 'tsconfig.build.json'), '--outDir', dist];
  await run(process.execPath, [TSC, ...build]);
  return dist;
}

// As npm does: what package.json lists, beside everything that an application has already.
function installPackage(dist: string) {
  const installed = join(project, 'node_modules/@pharos/nest');
  mkdirSync(installed, { recursive: true });
  cpSync(join(PACKAGE, 'package.json'), join(installed, 'package.json'));
  cpSync(dist, join(installed, 'dist'), { recursive: true });
  for (const name of readdirSync(MODULES).filter((entry) => !entry.startsWith('.'))) {
    symlinkSync(join(MODULES, name), join(project, 'node_modules', name));
  }
}

function writeProject() {
  const [appModule = '', main = ''] = [...readme.matchAll(/```ts\n([^]*?)```/g)].map(
    ([, code]) => code,
  );
  mkdirSync(join(project, 'src'));
  writeFileSync(join(project, 'src/app.module.ts'), appModule);
  writeFileSync(join(project, 'src/main.ts'), main);
  writeFileSync(join(project, 'package.json'), '{ "name": "adopter", "private": true }\n');
  // What `nest new` writes, as far as it matters.
  const compilerOptions = {
    module: 'nodenext',
    target: 'ES2023',
    outDir: 'dist',
    rootDir: 'src',
    types: ['node'],
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    strict: true,
    skipLibCheck: true,
  };
  const config = { compilerOptions, include: ['src'] };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(config));
}

async function start(): Promise<string> {
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const address = free.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  free.close();
  await once(free, 'close');
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, PORT: String(port), METRICS_TOKENS: TOKEN, NODE_ENV: 'production' };
  const child = fork(join(project, 'dist/main.js'), { env, stdio: 'pipe' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const exited = once(child, 'exit');
  stops.push(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  await vi.waitFor(() => expect(output).toContain('successfully started'), { timeout: 15_000 });
  return `http://127.0.0.1:${port}`;
}

test.each([
  ['/metrics', '# TYPE http_requests_total counter'],
  ['/metrics', '# TYPE process_cpu_user_seconds_total counter'],
  ['/health/detailed', '"status":"UP"'],
])('%s has %s', async (path, text) => {
  const headers = { authorization: `Bearer ${TOKEN}` };
  await expect
    .poll(async () => (await fetch(url + path, { headers })).text(), { timeout: 5_000 })
    .toContain(text);
});

test('and nobody without the token gets it', async () => {
  expect((await fetch(`${url}/metrics`)).status).toBe(401);
});
