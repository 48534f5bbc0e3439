// A thing that grows is a list: every file in the folder of a list that makes a member of it must stand in it.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

type Member = { file: string; name: string };

const ROOT = join(import.meta.dirname, '..');
const PROBES = 'workers/monitor/probes/index.ts';

// What a member looks like in its file, its name in the group.
const lists: Record<string, RegExp> = {
  'core/promql/functions/index.ts': /^export const (\w+) = define\w+\(/gm,
  'core/promql/operators/index.ts': /^export const (\w+) = define\w+\(/gm,
  'core/promql/aggregators/index.ts': /^export const (\w+) = define\w+\(/gm,
  [PROBES]: /^export const (\w+) = defineProbe\(/gm,
  'workers/monitor/jobs/index.ts': /^export const (\w+): Job\b/gm,
  'workers/edge/admin/routes/index.ts': /^export const (\w+): Route\[\]/gm,
  'dev/stack/upstash/engine/commands.ts': /^export const (\w+): Command\[\]/gm,
  'cli/commands/index.ts': /^export function (\w+)\(\): Command\b/gm,
  'cli/doctor/checks/index.ts': /^export const (\w+): Check\b/gm,
};

test.each(Object.entries(lists))('%s names every member in its folder', (list, member) => {
  const path = join(ROOT, list);
  expect(findMembers(path, member)).not.toEqual([]);
  expect(findUnlisted(path, member)).toEqual([]);
});

describe('a probe', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pharos-lists-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['that is in its line of the list', ['planted'], ['planted'], []],
    ['without a line', [], [], ['planted']],
    ['that is imported and not listed', ['planted'], [], ['planted']],
    ['that took the name of another one', [], ['planted'], ['planted']],
  ])('%s', (_, imported, listed, unlisted) => {
    const list = join(folder, basename(PROBES));
    cpSync(dirname(join(ROOT, PROBES)), folder, { recursive: true });
    writeFileSync(join(folder, 'planted.ts'), 'export const planted = defineProbe({});\n');
    const imports = imported.map((name) => `import { ${name} } from './${name}.ts';\n`).join('');
    const text = readFileSync(list, 'utf8').replace('] = [', `] = [${listed.join()},`);
    writeFileSync(list, imports + text);
    expect(findUnlisted(list, /^export const (\w+) = defineProbe\(/gm)).toEqual(
      unlisted.map((name) => ({ file: 'planted.ts', name })),
    );
  });
});

function findUnlisted(list: string, member: RegExp): Member[] {
  const text = readFileSync(list, 'utf8');
  const body = text.replaceAll(/^import [^;]*;/gm, '');
  return findMembers(list, member).filter(
    ({ file, name }) => !text.includes(`'./${file}'`) || !new RegExp(`\\b${name}\\b`).test(body),
  );
}

function findMembers(list: string, member: RegExp): Member[] {
  const folder = dirname(list);
  const files = readdirSync(folder).filter((file) => /(?<!\.test)\.ts$/.test(file));
  return files
    .filter((file) => file !== basename(list))
    .flatMap((file) => {
      const members = readFileSync(join(folder, file), 'utf8').matchAll(member);
      return Array.from(members, ([, name = '']) => ({ file, name }));
    });
}
