// What the documents name exists: paths in backticks, links, and npm scripts.
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

const ROOT = join(import.meta.dirname, '..');
const GENERATED = /^(node_modules|dist|\.git|\.wrangler|\.astro|\.data)$/;
const EXTENSION = /\w\.(ts|tsx|js|mjs|json|astro|css|svg|md|toml|sql|yml|sh|example)$/;

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
const ignored = readFileSync(join(ROOT, '.gitignore'), 'utf8').trim().split('\n');
const roots = readdirSync(ROOT);
const fileNames = new Set(listFileNames());

const documents = globSync(['{CONTRIBUTING,README}.md', 'docs/**/*.md'], { cwd: ROOT });

test.each(documents)('%s names only what exists', (document) => {
  expect(findMissing(readFileSync(join(ROOT, document), 'utf8'), dirname(document))).toEqual([]);
});

describe('a document', () => {
  test.each([
    'run `npm run check`, `npm run -s pharos -- doctor` or npm test',
    'in `core/services/`, `core/services/slot.ts`, `vitest.config.ts` and `.env.example`',
    'a new `workers/monitor/probes/<service>.ts`, any `core/**/*.test.ts`, a bare `slot.ts`',
    'what is made: `.env`, `.data/`, `dist/server/wrangler.json`',
    'no path of ours: `GET /messages.json`, `/healthz`, `@pharos/nest`, `text/html`, `.ts`, `a/b`',
    'see [the slot](../core/services/slot.ts#L1), [there](https://example.org/none.md), [here](#top)',
  ])('may say: %s', (text) => {
    expect(findMissing(text, 'docs')).toEqual([]);
  });

  test.each([
    ['npm run nothing', 'npm run nothing'],
    ['`core/nothing/`', 'core/nothing/'],
    ['`core/nothing`', 'core/nothing'],
    ['`gone/nothing.ts`', 'gone/nothing.ts'],
    ['`nothing.ts`', 'nothing.ts'],
    ['`core/nothing/<name>.ts`', 'core/nothing/<name>.ts'],
    ['[it](core/services/slot.ts)', 'core/services/slot.ts'],
  ])('may not say: %s', (text, missing) => {
    expect(findMissing(text, 'docs')).toEqual([missing]);
  });
});

function findMissing(text: string, folder: string): string[] {
  const paths = find(text, /`([^`\n]+)`/g).filter((code) => isPath(code) && !isThere(code));
  const links = find(text, /\]\(([^)\s]+)\)/g).filter((link) => !isLinkGood(link, folder));
  const commands = find(text, /\bnpm run (?:-s )?([\w:-]+)/g).filter((name) => !(name in scripts));
  return [...paths, ...links, ...commands.map((name) => `npm run ${name}`)];
}

function find(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([, found = '']) => found);
}

function isPath(code: string): boolean {
  if (/^[/@-]|[\s:=(]/.test(code)) return false;
  const [first = '', ...rest] = code.split('/');
  if (rest.length === 0) return EXTENSION.test(code);
  return EXTENSION.test(code) || code.endsWith('/') || roots.includes(first);
}

function isThere(path: string): boolean {
  if (ignored.some((line) => path === line || (line.endsWith('/') && path.startsWith(line))))
    return true;
  if (!path.includes('/')) return fileNames.has(path);
  // Of a pattern, the folder that it starts in.
  const known = path.split(/(?<=\/)(?=[^/]*[<*{…])/)[0] ?? '';
  return existsSync(join(ROOT, known));
}

function isLinkGood(link: string, folder: string): boolean {
  if (/^(https?:|mailto:|#)/.test(link)) return true;
  return existsSync(join(ROOT, folder, link.replace(/#.*/, '')));
}

function listFileNames(): string[] {
  const exclude = (path: string) => GENERATED.test(basename(path));
  return globSync(['**/*', '**/.*', '.*'], { cwd: ROOT, exclude }).map((path) => basename(path));
}
