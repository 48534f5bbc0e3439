import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { computeUptime } from '../../core/uptime/compute-uptime.ts';
import { oneDay } from '../../core/uptime/testing/one-day.ts';
import { parseUptimeInput } from '../../core/uptime/uptime-input.ts';
import { runPharos } from '../testing/run-pharos.ts';

const folder = mkdtempSync(join(tmpdir(), 'pharos-uptime-'));
afterAll(() => rmSync(folder, { recursive: true }));

function runOn(text: string, ...options: string[]) {
  writeFileSync(join(folder, 'rounds.json'), text);
  return runPharos(['uptime', 'rounds.json', ...options], { cwd: folder });
}

test.each([[[]], [['--json']]])('the answer is JSON, asked for or not: %j', async (options) => {
  const answer = computeUptime(parseUptimeInput(oneDay()));
  expect(await runOn(JSON.stringify(oneDay()), ...options)).toEqual({
    code: 0,
    stdout: `${JSON.stringify(answer, null, 2)}\n`,
    stderr: '',
  });
});

test.each([
  [
    JSON.stringify({ ...oneDay(), rounds: [{ at: '2026-11-24T12:00:00', result: 'up' }] }),
    'Cannot compute the uptime: rounds[0].at must be an ISO time with Z or an offset, ' +
      'such as 2026-11-24T12:00:00Z',
  ],
  [
    JSON.stringify({ ...oneDay(), rules: { confirm: 0 } }),
    'Cannot compute the uptime: rules.confirm must be an integer of at least 1',
  ],
])('a wrong field is named in one line, and the end is 1', async (text, line) => {
  expect(await runOn(text)).toEqual({ code: 1, stdout: '', stderr: `${line}\n` });
});

test.each(['', '{\n"window":\n}\n', 'not JSON'])(
  'what is not JSON ends with 1: %j',
  async (text) => {
    const { code, stdout, stderr } = await runOn(text);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Cannot read rounds\.json: it is not JSON: .+\n$/);
  },
);

test.each([
  ['no-such.json', 'there is none'],
  ['.', 'EISDIR'],
])('a file that cannot be read ends with 1: %s', async (path, seen) => {
  const ended = await runPharos(['uptime', path], { cwd: folder });
  expect(ended).toEqual({ code: 1, stdout: '', stderr: `Cannot read ${path}: ${seen}\n` });
});

test.each([
  [[], "error: missing required argument 'file'"],
  [['a.json', '--yaml'], "error: unknown option '--yaml'"],
  [
    ['a.json', 'b.json'],
    "error: too many arguments for 'uptime'. Expected 1 argument but got 2: a.json, b.json.",
  ],
])('wrong use ends with 2: %j', async (args, line) => {
  const ended = await runPharos(['uptime', ...args], { cwd: folder });
  expect(ended).toEqual({ code: 2, stdout: '', stderr: `${line}\n` });
});
