import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export type AppProcess = {
  url: string;
  pid: number;
  /** What it has written, both streams. */
  output: () => string;
  send: (message: object) => void;
  /** Ends it and waits until it is gone. */
  stop: () => Promise<void>;
  exited: Promise<number | null>;
};

/** Starts the compiled application and waits until it listens. It ends when this process does. */
export async function startProcess(main: string, env: Record<string, string>): Promise<AppProcess> {
  const { PATH = '', HOME = '' } = process.env;
  const child = fork(main, {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const exited = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null));
  const url = await Promise.race([readUrl(child), exited.then(() => null)]);
  if (url === null) throw new Error(`Cannot start the stand-in: ${output}`);
  return {
    url,
    pid: child.pid ?? 0,
    output: () => output,
    send: (message) => void child.send(message),
    async stop() {
      child.kill('SIGKILL');
      await exited;
    },
    exited,
  };
}

async function readUrl(child: ChildProcess): Promise<string> {
  const [message] = await once(child, 'message');
  return String(Object(message).url);
}
