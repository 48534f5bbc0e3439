import { expect, test } from 'vitest';
import { runPharos } from './testing/run-pharos.ts';

test.each([
  [['--nope'], "error: unknown option '--nope'"],
  [['dokter'], "error: unknown command 'dokter' (Did you mean doctor?)"],
  [['doctor', '--lokal'], "error: unknown option '--lokal' (Did you mean --local?)"],
  [
    ['doctor', 'now'],
    "error: too many arguments for 'doctor'. Expected 0 arguments but got 1: now.",
  ],
  [['doctor', '--env-file'], "error: option '--env-file <file>' argument missing"],
  [
    ['doctor', '--env-file', 'no/such.env'],
    "error: option '--env-file <file>' argument 'no/such.env' is invalid. " +
      'Cannot read no/such.env: there is none',
  ],
])('wrong use is told in one line and ends with 2: %j', async (args, line) => {
  expect(await runPharos(args)).toEqual({ code: 2, stdout: '', stderr: `${line}\n` });
});

test('without a command the commands are listed and the end is 2', async () => {
  const { code, stderr } = await runPharos([]);
  expect(code).toBe(2);
  expect(stderr).toContain('doctor');
});

test.each([[['--help']], [['doctor', '--help']], [['help', 'doctor']]])(
  'help is good use: %j',
  async (args) => {
    const { code, stdout, stderr } = await runPharos(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Usage: pharos');
  },
);
