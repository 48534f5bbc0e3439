import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runPharos } from '../testing/run-pharos.ts';

const folder = mkdtempSync(join(tmpdir(), 'pharos-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FILES = {
  'a.txt': 'hits{path="/"} 60\nhits{path="/x"} 5\nheap 7\n',
  'b.txt': 'hits{path="/"} 120\nheap 9\n',
  'c.txt': 'hits{path="/"} 240\nheap 8\n',
  'bad.txt': 'heap 1\nheap{a=1} 2\n',
};
for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);

const query = (...args: string[]) => runPharos(['rules', 'query', ...args], { cwd: folder });
const good = (...lines: string[]) => ({
  code: 0,
  stdout: lines.map((line) => `${line}\n`).join(''),
  stderr: '',
});

const AT = '2026-11-25T12:00:00Z';

test('one file is asked as it is now, a line for each series', async () => {
  expect(await query('--metrics', 'a.txt', 'hits')).toEqual(
    good('hits{path="/"} 60', 'hits{path="/x"} 5'),
  );
});

test.each([
  ['2 * heap', '{} 16'],
  ['scalar(heap)', '8'],
  ['timestamp(heap)', `{} ${Date.parse(AT) / 1000}`],
  ['min_over_time(hits{path="/"}[2m])', '{path="/"} 120'],
  ['count_over_time(heap[3m])', '{} 3'],
])('files without a time are a minute apart and end at --at: %s', async (expr, line) => {
  const files = ['--metrics', 'a.txt', 'b.txt', '--metrics', 'c.txt'];
  expect(await query(...files, '--at', AT, expr)).toEqual(good(line));
  expect(await query(expr, '--at', AT, ...files)).toEqual(good(line));
});

test('without --at the time is that of the newest file', async () => {
  const files = ['--metrics', `b.txt@${AT}`, 'a.txt@1764000000'];
  expect(await query(...files, 'timestamp(heap)')).toEqual(good(`{} ${Date.parse(AT) / 1000}`));
});

test('a series that the next file lacks has ended there', async () => {
  expect(await query('--metrics', 'a.txt', 'b.txt', 'hits{path="/x"}')).toEqual(good());
});

test('a range is a line for each point', async () => {
  const files = ['--metrics', 'a.txt@0', '--metrics', 'b.txt@60', '--metrics', 'c.txt@120'];
  expect(await query(...files, '--from', '0', '--to', '120', '--step', '1m', 'heap')).toEqual(
    good(
      'heap 7 1970-01-01T00:00:00.000Z',
      'heap 9 1970-01-01T00:01:00.000Z',
      'heap 8 1970-01-01T00:02:00.000Z',
    ),
  );
});

test("--json prints data of Prometheus' API", async () => {
  const instant = await query('--metrics', 'a.txt@1.5', '--json', 'heap');
  expect(JSON.parse(instant.stdout)).toEqual({
    resultType: 'vector',
    result: [{ metric: { __name__: 'heap' }, value: [1.5, '7'] }],
  });
  const range = await query('--metrics', 'a.txt@0', '--from', '0', '--to', '60', '--json', 'heap');
  expect(JSON.parse(range.stdout)).toEqual({
    resultType: 'matrix',
    result: [
      {
        metric: { __name__: 'heap' },
        values: [
          [0, '7'],
          [60, '7'],
        ],
      },
    ],
  });
});

test.each([
  [['--metrics', 'bad.txt', 'heap'], 'bad.txt:2: a value in quotes was expected: "1"'],
  [['--metrics', 'no-such.txt', 'heap'], 'Cannot read no-such.txt: there is none'],
  [
    ['--metrics', 'a.txt@0', 'heap', '--from', '9', '--to', '1'],
    '1:1: end timestamp must not be before',
  ],
])('what is bad is one line and the end 1: %j', async (args, line) => {
  const stderr = expect.stringContaining(line);
  expect(await query(...args)).toEqual({ code: 1, stdout: '', stderr });
});

test.each([
  ['heap +', /^1:7: parse error: /],
  ['heap + rate(heap)', /^1:13: parse error: expected type range vector/],
  ['heap * on() hits', /^1:1: found duplicate series/],
])('a bad expression is named with its place: %s', async (expr, line) => {
  const { code, stdout, stderr } = await query('--metrics', 'a.txt', expr);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(line);
});

test.each([
  [[], /required option '--metrics <file...>'/],
  [['--metrics', 'a.txt'], /missing required argument 'expr'/],
  [['--metrics', 'a.txt', '--at', 'noon', 'heap'], /ISO 8601/],
  [['--metrics', 'a.txt', '--from', '0', '--step', '0', 'heap'], /duration/],
  [['--metrics', 'a.txt', '--at', '0', '--from', '0', 'heap'], /give --at, or --from/],
  [['--metrics', 'a.txt', '--to', '0', 'heap'], /give --at, or --from/],
])('wrong use ends with 2: %j', async (args, line) => {
  const { code, stdout, stderr } = await query(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(line);
});
