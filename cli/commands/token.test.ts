import { createHash } from 'node:crypto';
import { userInfo } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDb } from '../../db/client.ts';
import { asRole } from '../../db/as-role.ts';
import { ROLES } from '../../db/grants.ts';
import { findLiveToken } from '../../db/queries/access-tokens.ts';
import { listAudit } from '../../db/queries/audit.ts';
import { startPostgres } from '../../dev/stack/postgres.ts';
import type { Server } from '../../dev/stack/serve.ts';
import { runPharos } from '../testing/run-pharos.ts';

let database: Server;
let env: { DATABASE_URL: string };

beforeAll(async () => {
  const postgres = await startPostgres();
  await postgres.ready;
  database = postgres;
  // What the command does is no more than the edge may do.
  env = { DATABASE_URL: asRole(database.url, ROLES.edge) };
});
afterAll(() => database.stop());

const run = (...args: string[]) => runPharos(['token', ...args], { env });
const db = () => openDb(env.DATABASE_URL, AbortSignal.timeout(10_000));
const make = (name: string) => run('create', '--name', name, '--scope', 'deploy:verify');
const idOf = (token: string) => token.split('_')[1] ?? '';

test('a token is printed once, kept as a digest, and noted with who made it', async () => {
  const { code, stdout, stderr } = await make('ci');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const token = stdout.trim();
  expect(token).toMatch(/^pharos_[0-9a-f]{16}_[\w-]{43}$/);
  const digest = createHash('sha256').update(token.slice(24)).digest('hex');
  expect(await findLiveToken(db(), idOf(token))).toEqual({
    name: 'ci',
    digest,
    scopes: ['deploy:verify'],
  });
  const { items } = await listAudit(db(), { subject: idOf(token) }, { page: 1, limit: 2 });
  expect(items).toMatchObject([
    { actorKind: 'cli', actor: userInfo().username, action: 'token.create' },
  ]);
  const list = await run('list');
  expect(list.stdout).toMatch(
    new RegExp(`^${idOf(token)}  until \\d{4}-\\d\\d-\\d\\d  ci  by .*never used$`, 'm'),
  );
  expect(list.stdout).not.toContain(token.slice(24));
});

test('the third of a name is refused until one is revoked, and what is revoked opens nothing', async () => {
  const first = (await make('rotate')).stdout.trim();
  await make('rotate');
  expect(await make('rotate')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'Cannot make the token: two tokens named rotate are alive: revoke one first\n',
  });
  expect((await run('revoke', idOf(first))).stdout).toBe(`Revoked ${idOf(first)}\n`);
  expect(await findLiveToken(db(), idOf(first))).toBeNull();
  expect((await run('revoke', idOf(first))).code).toBe(1);
  expect((await make('rotate')).code).toBe(0);
});

test('JSON is for machines', async () => {
  const made = await run(
    'create',
    '--name',
    'json',
    '--scope',
    'audit:read',
    '--days',
    '7',
    '--json',
  );
  expect(JSON.parse(made.stdout)).toMatchObject({
    name: 'json',
    days: 7,
    token: expect.stringMatching(/^pharos_/),
  });
  expect(JSON.parse((await run('list', '--json')).stdout)).toMatchObject({ page: 1, limit: 100 });
});

test('a break-glass token comes with its hash, and needs no database', async () => {
  const { code, stdout } = await runPharos(['token', 'break-glass']);
  expect(code).toBe(0);
  const [, token = ''] = /: (break-glass-[\w-]{43})$/m.exec(stdout) ?? [];
  const hash = createHash('sha256').update(token).digest('hex');
  expect(stdout).toContain(`BREAK_GLASS_HASH=${hash}\n`);
});

test.each([
  [['create', '--scope', 'audit:read'], /required option '--name <name>' not specified/],
  [['create', '--name', 'x'], /required option '--scope <scope...>' not specified/],
  [['create', '--name', 'x', '--scope', 'all'], /Allowed choices are audit:read, deploy:verify/],
  [['create', '--name', 'x', '--scope', 'audit:read', '--days', '91'], /from 1 to 90/],
  [['create', '--name', ' ', '--scope', 'audit:read'], /1 to 60 letters/],
  [['revoke'], /missing required argument 'id'/],
])('wrong use ends with 2: %j', async (args, words) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(words);
});

test.each([
  [{}, 'Cannot reach the database: set DATABASE_URL, or use --local\n'],
  [{ DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/x' }, /^Cannot use the database: .+\n$/],
])('a database that is not there is one line, without a secret', async (variables, line) => {
  const { code, stderr } = await runPharos(['token', 'list'], { env: variables });
  expect(code).toBe(1);
  expect(stderr).toMatch(line);
  expect(stderr).not.toContain('secret');
});
