import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runPharos } from '../testing/run-pharos.ts';

const folder = mkdtempSync(join(tmpdir(), 'pharos-metrics-'));
afterAll(() => rmSync(folder, { recursive: true }));

function check(text: string | Uint8Array, ...options: string[]) {
  writeFileSync(join(folder, 'metrics.txt'), text);
  return runPharos(['metrics', 'check', 'metrics.txt', ...options], { cwd: folder });
}

test('the real answer of an origin is good', async () => {
  const sample = join(import.meta.dirname, '../../test/samples/metrics.txt');
  expect(await runPharos(['metrics', 'check', sample])).toEqual({
    code: 0,
    stdout: `${sample}: 750 samples in 53 families\n`,
    stderr: '',
  });
});

test.each([
  ['m 1\nm{a=1} 2\n', 'metrics.txt:2: a value in quotes was expected: "1"'],
  ['m 1', 'metrics.txt:1: the text breaks off in the middle of a line'],
  ['<html></html>', 'metrics.txt:1: HTML, not metrics'],
  [Buffer.from('# é\nm{a="\xE9"} 1\n', 'latin1'), 'metrics.txt:1: text that is not UTF-8'],
  [Buffer.from('m 1\nm{a="\xE9"} 1\n', 'latin1'), 'metrics.txt:2: text that is not UTF-8'],
  [
    Buffer.concat([Buffer.from('m 1\n# '), Buffer.alloc(4 * 1024 * 1024)]),
    'metrics.txt:2: more than 4194304 bytes',
  ],
])('a bad one is named with its line: %#', async (text, line) => {
  expect(await check(text)).toEqual({ code: 1, stdout: '', stderr: `${line}\n` });
});

test('asked for JSON, it answers JSON', async () => {
  const good = await check('m 1\n', '--json');
  expect([good.code, JSON.parse(good.stdout)]).toEqual([
    0,
    { file: 'metrics.txt', ok: true, samples: 1, families: 1 },
  ]);
  const bad = await check('m x\n', '--json');
  expect([bad.code, JSON.parse(bad.stdout)]).toEqual([
    1,
    { file: 'metrics.txt', ok: false, line: 1, reason: 'a number was expected: "x"' },
  ]);
});

test('OpenMetrics must end with # EOF', async () => {
  expect(await check('m 1\n', '--openmetrics')).toMatchObject({ code: 1 });
  expect(await check('m 1 1.5\n# EOF\n', '--openmetrics')).toMatchObject({ code: 0 });
});

test('a file that is not there is bad', async () => {
  const ended = await runPharos(['metrics', 'check', 'no-such.txt'], { cwd: folder });
  expect(ended).toEqual({
    code: 1,
    stdout: '',
    stderr: 'Cannot read no-such.txt: there is none\n',
  });
});

test.each([
  [['metrics', 'check'], "error: missing required argument 'file'\n"],
  [['metrics', 'check', 'a', 'b'], /^error: too many arguments/],
  [['metrics', 'look', 'a'], "error: unknown command 'look'\n"],
  [['metrics', 'check', 'a', '--yaml'], "error: unknown option '--yaml'\n"],
])('wrong use ends with 2: %j', async (args, line) => {
  const { code, stdout, stderr } = await runPharos(args, { cwd: folder });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(line);
});
