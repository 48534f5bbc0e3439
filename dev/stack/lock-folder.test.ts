import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './lock-folder.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

async function holdInAnotherProcess() {
  const code = `import { lockFolder } from '${import.meta.dirname}/lock-folder.ts';
lockFolder(${JSON.stringify(folder)}); globalThis.gc(); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', code]);
  await once(child.stdout, 'data');
  return child;
}

test('a second process is told which one holds the folder', async () => {
  const holder = await holdInAnotherProcess();
  expect(() => lockFolder(folder)).toThrow(
    `Cannot use ${folder}: process ${holder.pid} is using it. End that one first, or set PHAROS_DATA`,
  );
  holder.kill();
  await once(holder, 'exit');
});

test('a lock ends with its holder, even one that was killed outright', async () => {
  const holder = await holdInAnotherProcess();
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(lockFolder(folder)).toBeTypeOf('function');
});

test('a lock that was given back can be taken again', () => {
  lockFolder(folder)();
  expect(lockFolder(folder)).toBeTypeOf('function');
});

test('a lock file that is broken is named', () => {
  const noise = 'this is no database, and long enough to be read as one '.repeat(40);
  writeFileSync(join(folder, 'lock'), noise);
  expect(() => lockFolder(folder)).toThrow(`Cannot use ${folder}: its file "lock" is broken`);
});
