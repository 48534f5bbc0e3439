import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMMAND = join(import.meta.dirname, '../pharos.ts');

type Ended = { code: unknown; stdout: string; stderr: string };

export type RunOptions = { env?: Record<string, string>; cwd?: string };

/** The command in a process of its own, with these variables and no others. */
export async function runPharos(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { env = {}, cwd = tmpdir() } = options;
  // Node itself would take an --env-file that follows; the two dashes end its own options.
  const child = spawn(process.execPath, ['--', COMMAND, ...args], { env, cwd });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code]: unknown[] = await once(child, 'close');
  return { code, stdout, stderr };
}
