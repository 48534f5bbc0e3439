// npm run check: every check, side by side as far as the machine allows, and one verdict.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';

const CHECKS = {
  format: 'prettier --check .',
  types: 'tsc -b',
  site: 'astro check --config site/astro.config.ts --root . --tsconfig site/tsconfig.json',
  lint: 'oxlint --type-aware --deny-warnings',
  arrows: 'depcruise "{core,db,workers,site/src,packages,cli,dev,test,bench}"',
  unused: 'knip',
  bindings: 'node dev/types.ts --check',
};

const limit = pLimit(availableParallelism());
const passed = await Promise.all(
  Object.entries(CHECKS).map(([name, command]) => limit(() => check(name, command))),
);
process.exitCode = passed.every(Boolean) ? 0 : 1;

async function check(name: string, command: string): Promise<boolean> {
  const startedAt = Date.now();
  const child = spawn(command, {
    shell: true,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', WRANGLER_SEND_METRICS: 'false' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const [code] = await once(child, 'close');
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(9)} ${seconds} s`);
  if (code !== 0) console.log(output);
  return code === 0;
}
