import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AT_MS, type BenchData } from './promql-data.ts';

const ROUNDS = 5;

/** Milliseconds that an installed Prometheus takes to answer all of the queries over HTTP; null without one. */
export async function timePrometheus(
  data: BenchData,
  queries: readonly string[],
): Promise<number | null> {
  if (spawnSync('prometheus', ['--version']).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'pharos-bench-'));
  try {
    writeFileSync(join(folder, 'samples'), toOpenMetrics(data));
    writeFileSync(join(folder, 'prometheus.yml'), '');
    const blocks = ['tsdb', 'create-blocks-from', 'openmetrics', 'samples', 'data'];
    const { status } = spawnSync('promtool', blocks, { cwd: folder });
    if (status !== 0) throw new Error(`Cannot measure Prometheus: promtool ended with ${status}`);
    return await timeServer(folder, queries);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function timeServer(folder: string, queries: readonly string[]): Promise<number> {
  const address = `127.0.0.1:${await findPort()}`;
  const server = spawn(
    'prometheus',
    [
      `--web.listen-address=${address}`,
      '--config.file=prometheus.yml',
      '--storage.tsdb.path=data',
      '--storage.tsdb.retention.time=100y',
    ],
    { cwd: folder, stdio: 'ignore' },
  );
  try {
    await waitUntilReady(address);
    let best = Infinity;
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      for (const query of queries) await ask(address, query);
      best = Math.min(best, performance.now() - start);
    }
    return best;
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}

async function ask(address: string, query: string): Promise<void> {
  const parameters = new URLSearchParams({ query, time: String(AT_MS / 1000) });
  const response = await fetch(`http://${address}/api/v1/query?${parameters}`);
  if (!response.ok) throw new Error(`Cannot measure Prometheus: status ${response.status}`);
  await response.arrayBuffer();
}

async function waitUntilReady(address: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const response = await fetch(`http://${address}/-/ready`).catch(() => null);
    if (response?.ok) return;
    await sleep(100);
  }
  throw new Error('Cannot measure Prometheus: it does not get ready');
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

function toOpenMetrics({ series, times }: BenchData): string {
  const lines = series.flatMap(({ labels: { __name__: name = '', ...labels }, values }) => {
    const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
    return Array.from(times, (timeMs, frame) => {
      return `${name}{${pairs.join()}} ${values[frame]} ${timeMs / 1000}`;
    });
  });
  return `${lines.join('\n')}\n# EOF\n`;
}
