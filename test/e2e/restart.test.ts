import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../dev/build.ts';
import { openDb } from '../../db/client.ts';
import { freePorts } from './open-stack.ts';
import { runDev, type Dev } from './run-dev.ts';

const ROUNDS = 20;
const dataDir = mkdtempSync(join(tmpdir(), 'pharos-'));
let variables: Record<string, string>;

beforeAll(async () => {
  await buildSite();
  const [port, inboxPort, originPort] = await freePorts(3);
  const ports = { PORT: `${port}`, INBOX_PORT: `${inboxPort}`, DEV_ORIGIN_PORT: `${originPort}` };
  variables = { ...ports, PHAROS_DATA: dataDir };
}, 60_000);

afterAll(() => rmSync(dataDir, { recursive: true }));

/** Queries of the running stack's database, through the driver that the Workers use. */
function database() {
  const { DATABASE_URL } = JSON.parse(readFileSync(join(dataDir, 'env.json'), 'utf8'));
  // The owner, who may make tables: the address in the file is that of a Worker's role.
  const { href } = Object.assign(new URL(DATABASE_URL), { username: 'local' });
  const db = openDb(href, AbortSignal.timeout(60_000));
  return {
    run: (query: SQL) => db.execute(query),
    count: async (table: string) => {
      const { rows } = await db.execute(sql`SELECT count(*)::int AS count FROM ${sql.raw(table)}`);
      return Number(rows[0]?.['count']);
    },
  };
}

/** Rows that the database has said it keeps: one of ours after the other until it no longer answers. */
async function writeUntilGone(acknowledged: number[]) {
  const { run } = database();
  for (let n = (acknowledged.at(-1) ?? 0) + 1; ; n += 1) {
    const written = await run(sql`INSERT INTO kept VALUES (${n}) ON CONFLICT DO NOTHING`).then(
      () => true,
      () => false,
    );
    if (!written) return;
    acknowledged.push(n);
  }
}

// Every process of the stack has the data folder or the port among its arguments.
function processesLeft(): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  const lines = stdout.split('\n').filter((line) => !line.includes('ps -eo'));
  return lines.filter(
    (line) => line.includes(dataDir) || line.includes(`--port ${variables['PORT']}`),
  );
}

async function end({ child, exited }: Dev, signal: 'SIGINT' | 'SIGKILL') {
  child.kill(signal);
  expect(await exited).toBe(signal === 'SIGINT' ? 0 : null);
  await expect.poll(processesLeft, { timeout: 10_000 }).toEqual([]);
}

test('ended 20 times in the middle of ticks, it loses no acknowledged row and leaves no process', async () => {
  const acknowledged: number[] = [];
  let rounds = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const dev = runDev(variables, ['--tick', '1']);
    await dev.ready;
    const { run, count } = database();
    await run(sql`CREATE TABLE IF NOT EXISTS kept (n integer PRIMARY KEY)`);
    expect(await count('kept')).toBeGreaterThanOrEqual(acknowledged.length);
    expect(await count('probe_results')).toBeGreaterThanOrEqual(rounds);
    const writing = writeUntilGone(acknowledged);
    // At another moment of a tick each time.
    const progress = async () => (rounds = await count('probe_results'));
    const when = { timeout: 10_000, interval: 20 + 37 * round };
    await expect.poll(progress, when).toBeGreaterThan(round * 5);
    await end(dev, round % 2 === 0 ? 'SIGINT' : 'SIGKILL');
    await writing;
  }
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);
}, 240_000);

test('when the Workers die, the stack ends and leaves no process', async () => {
  const dev = runDev(variables);
  await dev.ready;
  const [wrangler] = processesLeft().filter((line) => line.includes('wrangler-dist/cli.js'));
  process.kill(Number.parseInt(wrangler ?? '', 10), 'SIGKILL');
  expect(await dev.exited).toBe(1);
  await expect.poll(processesLeft, { timeout: 10_000 }).toEqual([]);
}, 60_000);

test('a second start on the same data says which process holds it, and the first goes on', async () => {
  const first = runDev(variables, ['--tick', '1']);
  await first.ready;
  const [port, inboxPort, originPort] = await freePorts(3);
  const ports = { PORT: `${port}`, INBOX_PORT: `${inboxPort}`, DEV_ORIGIN_PORT: `${originPort}` };
  const second = runDev({ ...variables, ...ports });
  expect(await second.exited).toBe(1);
  expect(second.output().trim()).toBe(
    `Cannot use ${dataDir}: process ${first.child.pid} is using it. ` +
      'End that one first, or set PHAROS_DATA to another folder',
  );
  const health = async () => (await fetch(`http://127.0.0.1:${variables['PORT']}/healthz`)).status;
  await expect.poll(health, { timeout: 10_000 }).toBe(200);
  await end(first, 'SIGINT');
}, 60_000);
