import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export type Dev = {
  child: ChildProcess;
  output: () => string;
  /** Resolves when the stack says that it is ready; rejects with its output when it ends before. */
  ready: Promise<void>;
  exited: Promise<number | null>;
};

/** `npm run dev` as a process of its own, with exactly these variables. */
export function runDev(variables: Record<string, string>, args: string[] = []): Dev {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['dev/start.ts', ...args], {
    env: { PATH, HOME, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null));
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('Ready after')) resolve();
      });
    }
    void exited.then(() => reject(new Error(`npm run dev ended: ${output}`)));
  });
  ready.catch(() => {});
  return { child, output: () => output, ready, exited };
}
