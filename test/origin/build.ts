// Compiles the stand-in, and the package with it, when something they are made of has changed: Node runs no decorators.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
const OUTPUT = join(import.meta.dirname, 'dist');
const STAMP = join(OUTPUT, 'inputs');
const INPUTS = [
  'packages/nest/src/**/*.ts',
  'test/origin/app/**/*.ts',
  '{packages/nest,test/origin}/tsconfig*.json',
];

const run = promisify(execFile);

/** What to run. Throws with the compiler's words when there is nothing to run. */
export async function buildStandIn(): Promise<string> {
  const main = join(OUTPUT, 'test/origin/app/main.js');
  const inputs = hashInputs();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputs) return main;
  rmSync(OUTPUT, { recursive: true, force: true });
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  const project = join(import.meta.dirname, 'tsconfig.build.json');
  await run(process.execPath, [compiler, '-p', project]).catch((error: { stdout?: string }) => {
    throw new Error(`Cannot build the stand-in:\n${error.stdout}`);
  });
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(join(OUTPUT, 'package.json'), '{ "type": "commonjs" }\n');
  writeFileSync(STAMP, inputs);
  return main;
}

function hashInputs(): string {
  const hash = createHash('sha256');
  const files = globSync(INPUTS, { cwd: ROOT }).toSorted();
  for (const file of files) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

// Before a test run, whose files would all begin to build at once.
if (import.meta.main) await buildStandIn();
