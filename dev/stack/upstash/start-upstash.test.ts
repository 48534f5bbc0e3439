import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from '@upstash/redis';
import { expect, onTestFinished, test } from 'vitest';
import { startUpstash } from './start-upstash.ts';

const token = 'secret';

test('what was answered outlives a killed process', async () => {
  const file = join(makeFolder(), 'redis.jsonl');
  const child = spawn(process.execPath, ['--input-type=module', '--eval', writeProgram(file)]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  const before = createClient(String(line).trim());
  await Promise.all(Array.from({ length: 50 }, () => before.incr('count')));
  await before.multi().set('a', 1).set('b', 2).exec();
  child.kill('SIGKILL');
  await once(child, 'exit');

  const server = await startUpstash({ token, file });
  const after = createClient(server.url);
  expect(await after.mget('count', 'a', 'b')).toEqual([50, 1, 2]);
  await server.stop();
});

test('a second start on the same port leaves the file of the first alone', async () => {
  const options = { token, file: join(makeFolder(), 'redis.jsonl'), portVariable: 'REDIS_PORT' };
  const first = await startUpstash(options);
  await expect(startUpstash({ ...options, port: first.port })).rejects.toThrow(
    `Cannot start Upstash Redis: port ${first.port} is taken: set REDIS_PORT to a free one`,
  );
  await createClient(first.url).set('a', 1);
  await first.stop();

  const again = await startUpstash(options);
  expect(await createClient(again.url).get('a')).toBe(1);
  await again.stop();
});

test('a change whose answer broke off was made all the same', async () => {
  const server = await startUpstash({ token });
  const redis = createClient(server.url);
  await server.setFault('cut');
  await expect(redis.incr('count')).rejects.toThrow('terminated');
  await server.setFault('ok');
  expect(await redis.get('count')).toBe(1);
  await server.stop();
});

test('a Redis that is not there is an error at once', async () => {
  const started = startUpstash({ token, redisUrl: 'redis://127.0.0.1:1' });
  await expect(started).rejects.toThrow(
    'Cannot reach the Redis of REDIS_URL: Error: connect ECONNREFUSED',
  );
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'upstash-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function createClient(url: string) {
  return new Redis({ url, token, enableTelemetry: false, retry: { retries: 0 } });
}

function writeProgram(file: string): string {
  const module = new URL('./start-upstash.ts', import.meta.url).href;
  return `
    import { startUpstash } from ${JSON.stringify(module)};
    const { url } = await startUpstash(${JSON.stringify({ token, file })});
    console.log(url);
  `;
}
