// Builds the edge Worker when something it is made of has changed: node dev/build.ts [--force]
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const INPUTS = [
  'site/**/*.{ts,tsx,js,astro,css}',
  'site/public/**/*',
  'core/**/*.ts',
  'db/**/*.ts',
  'workers/{edge,shared}/**/*.ts',
  'wrangler.toml',
  'package-lock.json',
];
const OUTPUT = 'dist/server/wrangler.json';
const STAMP = 'dist/inputs';

/** Gives what was done. Throws with the output of the build when it fails. */
export async function buildSite({ force = false } = {}): Promise<'built' | 'unchanged'> {
  const inputs = hashInputs();
  const isCurrent =
    existsSync(OUTPUT) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputs;
  if (isCurrent && !force) return 'unchanged';
  const child = spawn('astro', ['build', '--config', 'site/astro.config.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`Cannot build the site:\n${output}`);
  writeFileSync(STAMP, inputs);
  return 'built';
}

function hashInputs(): string {
  const hash = createHash('sha256');
  const files = globSync(INPUTS, { withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).toSorted();
  for (const path of paths) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

if (import.meta.main) {
  buildSite({ force: process.argv.includes('--force') }).then(
    (done) => done === 'built' && console.log('Built the site into dist/'),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    },
  );
}
