// One `wrangler dev` with every Worker of the session.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createWorkerLog, printWorkerLog } from './worker-log.ts';

// The first is the one that answers on the port; the edge's is what `astro build` wrote.
const CONFIGS = [
  'dist/server/wrangler.json',
  'workers/monitor/wrangler.toml',
  'workers/deploy-verify/wrangler.toml',
  'dev/stack/s3/wrangler.toml',
];
const READY_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 5_000;

type Options = {
  port: number;
  persistTo: string;
  env: Record<string, string>;
  /** What the first of them gets beside it, or in its place. */
  edgeEnv: Record<string, string>;
  /** Called when it ends without having been asked to. */
  onExit: () => void;
};

export type Wrangler = { url: string; stop: () => Promise<void> };

export async function startWrangler(options: Options): Promise<Wrangler> {
  const { port, persistTo, env, onExit } = options;
  const url = `http://127.0.0.1:${port}`;
  const pidFile = join(persistTo, 'pid');
  const registry = join(persistTo, 'registry');
  refuseDevVars();
  await waitForLeftover(pidFile);
  // A session that was killed outright leaves Workers there that crons would be sent to.
  rmSync(registry, { recursive: true, force: true });
  if (await answers(url))
    throw new Error(`Cannot start: port ${port} is taken: set PORT to a free one`);
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'leash.ts'), ...command(options)],
    {
      // The open end of standard input is the leash.
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
      // A registry of its own: the Workers of another session have the same names.
      env: {
        ...process.env,
        ...QUIET,
        ...env,
        WRANGLER_REGISTRY_PATH: registry,
      },
    },
  );
  const log = createWorkerLog();
  printWorkerLog(log, [child.stdout, child.stderr]);
  mkdirSync(persistTo, { recursive: true });
  writeFileSync(pidFile, String(child.pid));
  let state: 'starting' | 'running' | 'stopping' = 'starting';
  const exited = once(child, 'exit').then(() => state === 'running' && onExit());

  async function stop() {
    state = 'stopping';
    if (!hasEnded(child)) signalGroup(child.pid, 'SIGTERM');
    const timer = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), STOP_WITHIN_MS);
    await exited;
    clearTimeout(timer);
    rmSync(pidFile, { force: true });
  }

  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await answers(`${url}/healthz`))) {
    if (hasEnded(child)) throw new Error(`Cannot start: wrangler dev ended:\n${log.tail()}`);
    if (Date.now() > deadline) {
      await stop();
      throw new Error(
        `Cannot start: wrangler dev is not ready after ${READY_WITHIN_MS} ms:\n${log.tail()}`,
      );
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  state = 'running';
  return { url, stop };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

const QUIET = {
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_HIDE_BANNER: 'true',
};

function command({ port, persistTo, edgeEnv }: Options): string[] {
  const vars = Object.entries(edgeEnv).flatMap(([name, value]) => ['--var', `${name}:${value}`]);
  const options = ['--ip', '127.0.0.1', '--port', String(port), '--persist-to', persistTo];
  const quiet = [
    '--inspector-port',
    '0',
    '--show-interactive-dev-session=false',
    '--log-level',
    'log',
  ];
  const configs = CONFIGS.flatMap((config) => ['-c', config]);
  return ['wrangler', 'dev', ...options, ...quiet, ...vars, ...configs];
}

// A .dev.vars beside a config makes wrangler ignore the whole environment for that Worker.
function refuseDevVars() {
  // `astro build` copies the required secrets that it finds in its environment here.
  rmSync('dist/server/.dev.vars', { force: true });
  for (const file of CONFIGS.map((config) => join(dirname(config), '.dev.vars'))) {
    if (existsSync(file)) {
      throw new Error(`Cannot start: ${file} would hide the environment: move its lines to .env`);
    }
  }
}

// One whose owner was killed outright ends by itself; its state must be free before the next one opens it.
async function waitForLeftover(pidFile: string) {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  const deadline = Date.now() + STOP_WITHIN_MS;
  while (signalGroup(pid, 0) && Date.now() < deadline) {
    await new Promise((done) => setTimeout(done, 50));
  }
}

// False when no such group is left.
function signalGroup(pid: number | undefined, signal: NodeJS.Signals | 0): boolean {
  if (pid === undefined) return false;
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    () => true,
    () => false,
  );
}
