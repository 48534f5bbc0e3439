// Plants violations in copies of the tree and sees the real tools catch them, and nothing that is allowed beside them.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const LEFT_OUT = new Set(['.git', '.env', 'node_modules', 'dist', '.data', '.wrangler', '.astro']);
const HOOK_TIMEOUT_MS = 60_000;

// Whole tools run here, beside everything else that a test run starts.
vi.setConfig({ testTimeout: HOOK_TIMEOUT_MS });
const LINT = 'oxlint --type-aware --deny-warnings --format unix';

describe('dependency-cruiser', () => {
  const forbidden = [
    ['core-is-pure', 'core/planted-db.ts', '../db/planted.ts'],
    ['core-is-pure', 'core/planted-node.ts', 'node:fs'],
    ['core-is-pure', 'core/planted-package.ts', 'hono'],
    ['core-is-pure', 'core/planted-lezer.ts', '@prometheus-io/lezer-promql'],
    ['lezer-reads-promql', 'core/promql/parser/planted-package.ts', 'hono'],
    ['no-circular', 'core/planted-circle.ts', './planted-round.ts'],
    ['resolvable', 'core/planted-nowhere.ts', './nowhere.ts'],
    ['db-knows-only-core', 'db/planted-worker.ts', '../workers/shared/planted.ts'],
    ['workers-meet-only-in-types', 'workers/edge/planted-monitor.ts', '../monitor/planted.ts'],
    ['workers-meet-only-in-types', 'workers/shared/planted-monitor.ts', '../monitor/planted.ts'],
    ['workers-know-no-page', 'workers/edge/planted-page.ts', '../../site/src/planted.ts'],
    ['sql-lives-in-db', 'workers/edge/planted-sql.ts', 'drizzle-orm'],
    ['sql-lives-in-db', 'workers/edge/planted-driver.ts', '@neondatabase/serverless'],
    ['sql-lives-in-db', 'workers/edge/planted-schema.ts', '../../db/schema/planted.ts'],
    ['site-has-no-database', 'site/src/planted-db.ts', '../../db/planted.ts'],
    ['site-has-no-database', 'site/src/planted-monitor.ts', '../../workers/monitor/planted.ts'],
    ['product-without-dev', 'db/planted-dev.ts', '../dev/planted.ts'],
    ['product-without-dev', 'workers/monitor/planted-dev.ts', '../../dev/planted.ts'],
    ['product-without-dev', 'site/src/planted-dev.ts', '../../dev/planted.ts'],
    ['packages-stand-alone', 'packages/nest/src/planted-core.ts', '../../../core/allowed.ts'],
    ['nest-has-few-peers', 'packages/nest/src/planted-typeorm.ts', 'typeorm'],
    ['nest-metrics-without-nest', 'packages/nest/src/metrics/planted.ts', '@nestjs/common'],
    [
      'only-the-origin-knows-the-package',
      'dev/stack/origin/planted-nest.ts',
      '../../../packages/nest/src/planted.ts',
    ],
    [
      'product-without-packages',
      'workers/edge/planted-nest.ts',
      '../../packages/nest/src/planted.ts',
    ],
    ['not-to-dev-dep', 'workers/edge/planted-dev-package.ts', 'commander'],
  ] as const;
  const allowed = {
    'core/allowed.ts': `export * from 'zod';`,
    'db/allowed.test.ts': `export * from '../dev/planted.ts';`,
    'workers/edge/allowed.ts': `export type { planted } from '../monitor/planted.ts';`,
    'workers/monitor/allowed.ts': `export * from '../../db/planted.ts';`,
    'workers/monitor/.wrangler/tmp/allowed.ts': `export * from './gone.ts';`,
    'dev/stack/origin/allowed.ts': `export * from '../../../packages/nest/src/metrics/index.ts';`,
    'packages/nest/src/allowed.ts': `export * from '@nestjs/core';`,
    'site/src/allowed.ts': `export * from '../../workers/shared/planted.ts';`,
  };
  const product = ['db', 'db/schema', 'workers/monitor', 'workers/shared', 'site/src'];
  const targets = [...product, 'packages/nest/src', 'dev'];
  const folders = '"{core,db,workers,site/src,packages,cli,dev,test,bench}"';
  let report = '';

  beforeAll(() => {
    const copy = copyTree({
      ...Object.fromEntries(forbidden.map(([, file, from]) => [file, `export * from '${from}';`])),
      ...Object.fromEntries(targets.map((at) => [`${at}/planted.ts`, 'export const planted = 1;'])),
      'core/planted-round.ts': `export * from './planted-circle.ts';`,
      ...allowed,
    });
    report = run(copy, `depcruise ${folders}`).output;
  }, HOOK_TIMEOUT_MS);

  test('passes the tree as it is', () => {
    const { output } = run(copyTree(), `depcruise ${folders}`);
    expect(output).toContain('no dependency violations found');
  });

  test.each(forbidden)('%s: %s must not import %s', (rule, file) => {
    expect(report).toContain(`error ${rule}: ${file} → `);
  });

  test.each(Object.entries(allowed))('%s may say %s', (file) => {
    expect(report).not.toContain(`: ${file} → `);
  });
});

describe('oxlint', () => {
  const imports = [
    ['site/src/planted-db.ts', `import { planted } from '../../db/client.ts';`],
    ['site/src/planted-env.ts', `import { env as planted } from 'cloudflare:workers';`],
    ['site/src/pages/PlantedDb.astro', `import { planted } from '../../../db/client.ts';`],
    ['site/src/pages/PlantedLate.astro', `const planted = await import('../../../db/client.ts');`],
    ['site/src/pages/PlantedSql.astro', `import { sql as planted } from 'drizzle-orm';`],
    ['site/src/pages/PlantedRpc.astro', `import planted from '../../../workers/monitor/index.ts';`],
    ['site/src/pages/PlantedNew.astro', `import planted from '../../../workers/new/index.ts';`],
    ['site/src/pages/PlantedDev.astro', `import { planted } from '../../../dev/build.ts';`],
    ['site/src/pages/PlantedEnv.astro', `import { env as planted } from 'cloudflare:workers';`],
    ['site/src/pages/PlantedAll.astro', `import * as planted from 'cloudflare:workers';`],
    ['workers/edge/planted-env.ts', `import { env as planted } from 'cloudflare:workers';`],
    ['workers/shared/planted-env.ts', `export { env as planted } from 'cloudflare:workers';`],
  ] as const;
  const impure = [
    ['Date.now()', 'no-restricted-properties'],
    ['new Date()', 'no-current-date'],
    ['Date()', 'no-current-date'],
    ['globalThis.Date.now()', 'no-restricted-globals'],
    ['performance.now()', 'no-restricted-globals'],
    ['Math.random()', 'no-restricted-properties'],
    [`Math['random']()`, 'no-restricted-properties'],
    ['crypto.randomUUID()', 'no-restricted-globals'],
  ] as const;
  const allowed = {
    'core/allowed.ts': exportEach(['new Date(0).toISOString()', `Date.parse('2026-01-01')`]),
    'site/src/lib/bindings.ts': `export { env } from 'cloudflare:workers';\n`,
    'site/src/pages/Allowed.astro': `---\nimport { planted0 } from '../../../workers/shared/planted.ts';\n---\n\n<p>{planted0}</p>\n`,
    'workers/monitor/allowed.ts': `export { WorkerEntrypoint } from 'cloudflare:workers';\n`,
  };
  let copy = '';
  let report = '';

  beforeAll(() => {
    copy = copyTree({
      ...Object.fromEntries(imports.map(([file, line]) => [file, asSource(file, line)])),
      'core/planted.ts': exportEach(impure.map(([expression]) => expression)),
      'workers/shared/planted.ts': exportEach(['1']),
      ...allowed,
    });
    const planted = ['core/planted.ts', ...imports.map(([file]) => file)];
    report = run(copy, `${LINT} ${planted.join(' ')}`).output;
  }, HOOK_TIMEOUT_MS);

  test('passes what is allowed', () => {
    const { code, output } = run(copy, `${LINT} ${Object.keys(allowed).join(' ')}`);
    expect(output).toBe('');
    expect(code).toBe(0);
  });

  test.each(imports)('refuses in %s: %s', (file) => {
    expect(report).toMatch(new RegExp(`^${file}:.*no-restricted-imports`, 'm'));
  });

  test.each(impure)('refuses in core: %s', (expression, rule) => {
    const line = impure.findIndex(([text]) => text === expression) + 1;
    expect(report).toMatch(new RegExp(`^core/planted.ts:${line}:.*${rule}`, 'm'));
  });
});

describe('tsc -p core', () => {
  const names = ['fetch', 'console', 'process', 'setTimeout', 'crypto', 'URL', 'performance'];

  test('passes core as it is', () => {
    expect(run(copyTree(), 'tsc -p core')).toEqual({ code: 0, output: '' });
  });

  test('does not know the names of what reaches outside', () => {
    const copy = copyTree({ 'core/planted.ts': exportEach(names) });
    const { code, output } = run(copy, 'tsc -p core');
    const unknown = [...output.matchAll(/^core\/planted\.ts.*Cannot find name '(\w+)'/gm)];
    expect(unknown.map(([, name]) => name)).toEqual(names);
    expect(code).not.toBe(0);
  });
});

describe('knip', () => {
  let report = '';

  beforeAll(() => {
    const copy = copyTree({
      'core/planted-unused.ts': exportEach(['1']),
      'site/src/components/PlantedUnused.astro': '<p></p>\n',
      'site/src/components/PlantedUnused.tsx': exportEach(['1']),
      'core/planted-used.ts': 'export const plantedUsed = 1;\nexport const plantedUnused = 2;\n',
      'bench/planted.ts': `import { plantedUsed } from '../core/planted-used.ts';\n\nconsole.log(plantedUsed);\n`,
    });
    report = run(copy, 'knip --no-progress').output;
  }, HOOK_TIMEOUT_MS);

  test.each([
    'core/planted-unused.ts',
    'site/src/components/PlantedUnused.astro',
    'site/src/components/PlantedUnused.tsx',
  ])('reports %s, which nobody imports', (file) => {
    expect(report).toMatch(new RegExp(`^${file}\\s*$`, 'm'));
  });

  test('reports the export that nobody imports and not its neighbour', () => {
    expect(report).toMatch(/^plantedUnused\s.*core\/planted-used\.ts:2/m);
    expect(report).not.toContain('plantedUsed');
    expect(report).not.toMatch(/^core\/planted-used\.ts\s*$/m);
  });
});

describe('prettier', () => {
  const files = {
    'core/allowed.ts': exportEach(['1']),
    'core/planted.ts': `export const planted = "1"`,
    'site/src/pages/Planted.astro': `<p   >{"1"}</p>`,
    '.planted.json': '{"planted":1}',
  };

  test('names each file that is not formatted, and no other', () => {
    const { code, output } = run(
      copyTree(files),
      `prettier --check ${Object.keys(files).join(' ')}`,
    );
    const named = Object.keys(files).filter((file) => output.includes(file));
    expect(named).toEqual(Object.keys(files).slice(1));
    expect(code).toBe(1);
  });
});

describe('node dev/types.ts --check', () => {
  const command = 'node dev/types.ts --check';

  test('passes the tree as it is', () => {
    expect(run(copyTree(), command)).toEqual({ code: 0, output: '' });
  });

  test('refuses the type of a Worker that was given a variable since', () => {
    const file = 'workers/monitor/wrangler.toml';
    const text = readFileSync(join(ROOT, file), 'utf8');
    const planted = text.replace('[vars]', '[vars]\nPLANTED = ""');
    const { code, output } = run(copyTree({ [file]: planted }), command);
    expect(output).toContain('workers/monitor/env.d.ts are out of date');
    expect(code).toBe(1);
  });
});

describe('.ci/summary.mjs', () => {
  const passing = { status: 'passed', assertionResults: [{ status: 'passed' }] };
  const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] };
  const unloadable = { status: 'failed', assertionResults: [] };

  test.each([
    ['a good run', '0 0 0', report(9, [passing]), '9 passed, 0 failed'],
    ['a failed test', '0 0 1', report(9, [passing, failing]), '9 passed, 1 failed'],
    [
      'a file that cannot be loaded',
      '0 0 1',
      report(9, [failing, unloadable]),
      '9 passed, 2 failed',
    ],
    ['an error outside of any test', '0 0 1', report(9, [passing]), '9 passed, 1 failed'],
    ['a failed check', '0 1 0', report(9, [passing]), '9 passed, 1 failed'],
    ['a failed install and check', '1 1 0', report(9, [passing]), '9 passed, 2 failed'],
    ['a run that died before its report', '0 0 137', null, '0 passed, 1 failed'],
    ['a run that died in its report', '0 0 137', '{"numPassed', '0 passed, 1 failed'],
  ])('%s (exit codes %s)', (_, codes, text, verdict) => {
    const folder = makeFolder();
    const file = join(folder, 'report.json');
    if (text !== null) writeFileSync(file, text);
    const { code, output } = run(ROOT, `node .ci/summary.mjs ${file} ${codes}`);
    expect(output.trimEnd().split('\n').at(-1)).toBe(verdict);
    expect(code).toBe(verdict.endsWith(' 0 failed') ? 0 : 1);
  });

  function report(numPassedTests: number, testResults: { status: string }[]): string {
    const numFailedTests = testResults.filter((result) => result === failing).length;
    return JSON.stringify({ numPassedTests, numFailedTests, testResults });
  }
});

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'pharos-checks-')));
  folders.push(folder);
  return folder;
}

function copyTree(planted: Record<string, string> = {}): string {
  const copy = makeFolder();
  const isWanted = (source: string) => source === ROOT || !LEFT_OUT.has(basename(source));
  cpSync(ROOT, copy, { recursive: true, filter: isWanted });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  for (const [file, text] of Object.entries(planted)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), text);
  }
  return copy;
}

function run(folder: string, command: string) {
  const path = [join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  const { status, stdout } = spawnSync(`${command} 2>&1`, {
    cwd: folder,
    shell: true,
    encoding: 'utf8',
    env: { ...process.env, PATH: path, NO_COLOR: '1' },
  });
  return { code: status, output: stdout };
}

// Each expression on a line of its own.
function exportEach(expressions: readonly string[]): string {
  return expressions.map((text, index) => `export const planted${index} = ${text};\n`).join('');
}

function asSource(file: string, line: string): string {
  if (!file.endsWith('.astro')) return `${line}\nexport const used = planted;\n`;
  return `---\n${line}\n---\n\n<p>{planted}</p>\n`;
}
