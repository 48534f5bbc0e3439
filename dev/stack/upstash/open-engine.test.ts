import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEngine } from './engine/create-engine.ts';
import { readJournal } from './journal.ts';
import { openEngine } from './open-engine.ts';
import { runCall } from './run-call.ts';
import { createRandomSteps } from './testing/random-steps.ts';

let folder: string;
let file: string;
let nowMs: number;
const now = () => nowMs;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upstash-'));
  file = join(folder, 'made', 'redis.jsonl');
  nowMs = 1_000_000;
});

afterEach(() => rmSync(folder, { recursive: true }));

function readLines() {
  return readFileSync(file, 'utf8').split('\n').slice(0, -1);
}

test('every kind of data is there after a restart', async () => {
  const before = openEngine({ file, now });
  await before.call(['set', 'string', '\0\xff\n']);
  await before.call(['rpush', 'list', 'a', 'b', 'c']);
  await before.call(['lpop', 'list']);
  await before.call(['hset', 'hash', 'field', 'value']);
  await before.call(['zadd', 'zset', '1.5', 'member']);
  await before.multi([
    ['sadd', 'set', 'a'],
    ['incr', 'count'],
    ['incr', 'list'],
  ]);
  const after = openEngine({ file, now });
  expect(await after.call(['get', 'string'])).toBe('\0\xff\n');
  expect(await after.call(['lrange', 'list', '0', '-1'])).toEqual(['b', 'c']);
  expect(await after.call(['hgetall', 'hash'])).toEqual(['field', 'value']);
  expect(await after.call(['zscore', 'zset', 'member'])).toBe('1.5');
  expect(await after.call(['smembers', 'set'])).toEqual(['a']);
  expect(await after.call(['get', 'count'])).toBe('1');
});

test('time passes while nothing runs', async () => {
  const before = openEngine({ file, now });
  await before.call(['set', 'short', '1', 'px', '500']);
  await before.call(['set', 'long', '1', 'px', '5000']);
  nowMs += 1000;
  await before.call(['set', 'short', '2', 'nx', 'px', '5000']);
  nowMs += 1000;
  const after = openEngine({ file, now });
  expect(await after.call(['pttl', 'long'])).toBe(3000);
  expect(await after.call(['get', 'short'])).toBe('2');
  nowMs += 3000;
  const later = openEngine({ file, now });
  expect(await later.call(['keys', '*'])).toEqual(['short']);
});

test.each(['{"atMs":1,"comm', '{"atMs":1,"commands":[["set","a","2"]]}', '\xff'])(
  'a last line that broke off is dropped: %j',
  async (torn) => {
    const before = openEngine({ file, now });
    await before.call(['set', 'a', '1']);
    appendFileSync(file, torn);
    const after = openEngine({ file, now });
    expect(await after.call(['get', 'a'])).toBe('1');
    await after.call(['set', 'a', '3']);
    expect(await openEngine({ file, now }).call(['get', 'a'])).toBe('3');
  },
);

test('a broken line in the middle is named, and the file left as it is', () => {
  const { close } = openEngine({ file, now });
  close();
  const text = '{"atMs":1,"commands":[["set","a","1"]]}\nbroken\n{"atMs":1,"commands":[]}\n';
  writeFileSync(file, text);
  expect(() => openEngine({ file, now })).toThrow(
    `Cannot read the Redis journal: ${file}:2 is not a record`,
  );
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('only commands that changed something, or may have, are kept', async () => {
  const engine = openEngine({ file, now });
  await engine.call(['set', 'a', 'x']);
  await engine.call(['get', 'a']);
  expect(() => engine.call(['incr', 'a'])).toThrow('ERR value is not an integer');
  await engine.multi([
    ['get', 'a'],
    ['incr', 'a'],
  ]);
  await engine.multi([
    ['get', 'a'],
    ['set', 'b', '1'],
    ['incr', 'a'],
    ['del', 'a'],
  ]);
  expect(readLines().map((line) => JSON.parse(line))).toEqual([
    { atMs: nowMs, commands: [['set', 'a', 'x']] },
    {
      atMs: nowMs,
      commands: [
        ['set', 'b', '1'],
        ['del', 'a'],
      ],
    },
  ]);
});

test('a start makes the file as short as the data', async () => {
  const before = openEngine({ file, now });
  for (let count = 0; count < 100; count += 1) await before.call(['incr', 'a']);
  await before.call(['set', 'b', '1', 'px', '1000']);
  await before.call(['set', 'gone', '1', 'px', '1']);
  expect(readLines()).toHaveLength(102);
  nowMs += 10;
  openEngine({ file, now }).close();
  expect(readLines().map((line) => JSON.parse(line))).toEqual([
    { atMs: nowMs, commands: [['set', 'a', '100']] },
    {
      atMs: nowMs,
      commands: [
        ['set', 'b', '1'],
        ['pexpireat', 'b', '1001000'],
      ],
    },
  ]);
});

test('a file that grows too long is made shorter while in use', async () => {
  const engine = openEngine({ file, now, rewriteAboveBytes: 1000 });
  for (let count = 0; count < 200; count += 1) await engine.call(['incr', 'a']);
  expect(readLines().length).toBeLessThan(30);
  expect(await openEngine({ file, now }).call(['get', 'a'])).toBe('200');
});

test('after any commands a restart has what an engine in memory has', async () => {
  const memory = createEngine({ now });
  const kept = openEngine({ file, now, rewriteAboveBytes: 20_000 });
  const nextStep = createRandomSteps(3);
  for (let count = 0; count < 5000; count += 1) {
    const commands = nextStep().filter(([name = '']) => !/^flush/i.test(name));
    nowMs += 1000;
    for (const backend of [{ ...memory, close: () => undefined }, kept]) {
      await runCall({ kind: 'pipeline', commands }, backend);
    }
  }
  openEngine({ file, now }).close();
  expect(memory.dump().length).toBeGreaterThan(10);
  expect(readJournal(file).map(({ commands }) => commands)).toEqual(memory.dump());
});
