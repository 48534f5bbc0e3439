import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import type { Readable } from 'node:stream';

const binary = findBinary('redis-server');

/** Why no test can use a real Redis here; null where one can. */
export const redisMissing: string | null = binary === null ? 'no redis-server on PATH' : null;

export type RedisServer = { url: string; stop: () => Promise<void> };

/** A real Redis on a free port of loopback that keeps nothing on disk. */
export async function startRedisServer(): Promise<RedisServer> {
  if (binary === null) throw new Error('Cannot start Redis: no redis-server on PATH');
  const port = await findFreePort();
  const child = spawn(binary, ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '']);
  await waitUntilReady(child.stdout);
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

function findBinary(name: string): string | null {
  const files = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return files.find(isExecutable) ?? null;
}

function isExecutable(file: string) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Cannot listen: no port');
  server.close();
  await once(server, 'close');
  return address.port;
}

async function waitUntilReady(stdout: Readable): Promise<void> {
  let output = '';
  for await (const chunk of stdout.iterator({ destroyOnReturn: false })) {
    output += String(chunk);
    if (!output.includes('Ready to accept connections')) continue;
    stdout.resume();
    return;
  }
  throw new Error(`Cannot start Redis: ${output}`);
}
