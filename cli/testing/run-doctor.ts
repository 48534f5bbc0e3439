import { expect } from 'vitest';
import { runPharos, type RunOptions } from './run-pharos.ts';
import { HUSH } from './start-watched.ts';

export type Examined = { code: unknown; lines: string[]; stderr: string };

/** What the doctor says; that it tells no secret and shows no stack trace is checked each time. */
export async function runDoctor(options: RunOptions, ...args: string[]): Promise<Examined> {
  const { code, stdout, stderr } = await runPharos(['doctor', ...args], options);
  expect(stdout + stderr).not.toMatch(new RegExp(`${HUSH}|\\n\\s+at `));
  return { code, lines: stdout.trimEnd().split('\n'), stderr };
}
