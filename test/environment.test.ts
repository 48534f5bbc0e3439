import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unstable_readConfig as readConfig } from 'wrangler';

const ROOT = join(import.meta.dirname, '..');
const OPTIONS = 'dev/stack/options.ts';
const GENERATED = ['node_modules/**', 'dist/**', '**/.wrangler/**'];
const NOT_READERS = ['**/*.test.ts', '**/test-env.ts', '**/*.d.ts', '**/.wrangler/**'];

const example = readExample(readText('.env.example'));
const configs = globSync('**/wrangler.toml', { cwd: ROOT, exclude: GENERATED });

test.each(configs)('.env.example explains each variable of %s', (file) => {
  const { vars, secrets } = readConfig({ config: join(ROOT, file) }, { hideWarnings: true });
  const names = [...Object.keys(vars), ...(secrets?.required ?? [])];
  expect(names.filter((name) => !example.get(name))).toEqual([]);
});

test(`.env.example explains each variable of ${OPTIONS}`, () => {
  const names = [...readText(OPTIONS).matchAll(/^ +([A-Z][A-Z\d_]*):/gm)].map(([, name]) => name);
  expect(names).toContain('PORT');
  expect(names.filter((name) => !example.get(name ?? ''))).toEqual([]);
});

test('.env.example names no variable that nothing reads', () => {
  const readers = ['{core,db,workers,site/src,cli}/**/*.{ts,tsx,astro}', OPTIONS];
  const files = globSync(readers, { cwd: ROOT, exclude: NOT_READERS });
  const words = new Set(files.flatMap((file) => readText(file).match(/\w+/g) ?? []));
  expect([...example.keys()].filter((name) => !words.has(name))).toEqual([]);
});

test('a variable without a comment of its own or of its group is not explained', () => {
  const text = '# --- Stores ---\nBARE=\n# What it is.\nFIRST=\nSECOND=\n\nALONE=\n';
  const explained = [...readExample(text)].flatMap(([name, comment]) => (comment ? [name] : []));
  expect(explained).toEqual(['FIRST', 'SECOND']);
});

function readText(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** Each variable with the comment above it or above its group; headings (`# ---`) explain nothing. */
function readExample(text: string): Map<string, string> {
  const variables = new Map<string, string>();
  let comment = '';
  for (const line of text.split('\n')) {
    const name = /^([A-Z][A-Z\d_]*)=/.exec(line)?.[1];
    if (name !== undefined) variables.set(name, comment);
    else comment = line.startsWith('# ---') ? '' : line;
  }
  return variables;
}
