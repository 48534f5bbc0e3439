import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runDoctor } from '../testing/run-doctor.ts';
import { HUSH, startWatched, type Watched } from '../testing/start-watched.ts';

const WRONG_TOKEN = 'FAIL upstash         wrong token: check UPSTASH_REDIS_REST_TOKEN';

let watched: Watched;
let cwd = '';

beforeAll(async () => {
  watched = await startWatched();
  return () => watched.stop();
});

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'doctor-'));
  return () => rmSync(cwd, { recursive: true });
});

function write(path: string, text: string) {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

function toEnvFile(env: Record<string, string>): string {
  return Object.entries(env)
    .map(([name, value]) => `${name}='${value}'\n`)
    .join('');
}

describe('the variables', () => {
  test('come from .env when it exists', async () => {
    write('.env', toEnvFile(watched.env));
    expect(await runDoctor({ cwd })).toMatchObject({ code: 0 });
  });

  test('come from the file of --env-file and not from .env', async () => {
    write('.env', toEnvFile({ ...watched.env, SLOT_SEC: 'soon' }));
    write('other.env', toEnvFile(watched.env));
    expect(await runDoctor({ cwd }, '--env-file', 'other.env')).toMatchObject({ code: 0 });
  });

  test('of the environment win over those of a file', async () => {
    write('.env', toEnvFile({ ...watched.env, UPSTASH_REDIS_REST_TOKEN: `${HUSH}-wrong` }));
    const { UPSTASH_REDIS_REST_TOKEN = '' } = watched.env;
    expect(await runDoctor({ cwd, env: { UPSTASH_REDIS_REST_TOKEN } })).toMatchObject({ code: 0 });
    expect((await runDoctor({ cwd })).lines).toContain(WRONG_TOKEN);
  });
});

describe('--local', () => {
  test.each([
    ['.data/env.json', {}],
    ['elsewhere/env.json', { PHAROS_DATA: 'elsewhere' }],
    ['.data/origin-shop.example/env.json', { ORIGIN_URL: 'https://shop.example/' }],
  ])('takes %s where the environment says %j', async (path, env) => {
    write(path, JSON.stringify(watched.env));
    const wrong = { UPSTASH_REDIS_REST_TOKEN: `${HUSH}-wrong` };
    const { code } = await runDoctor({ cwd, env: { ...env, ...wrong } }, '--local');
    expect(code).toBe(0);
  });

  test('finds PHAROS_DATA in .env too', async () => {
    write('.env', 'PHAROS_DATA=elsewhere\n');
    write('elsewhere/env.json', JSON.stringify(watched.env));
    expect(await runDoctor({ cwd }, '--local')).toMatchObject({ code: 0 });
  });

  test.each([
    [`{"ORIGIN_TOKEN":"${HUSH}`, 'it holds no variables: start npm run dev anew'],
    [`["${HUSH}"]`, 'it holds no variables: start npm run dev anew'],
    [
      null,
      'there is none: start the local stack with npm run dev, ' +
        'or set PHAROS_DATA to where its data lives',
    ],
  ])('says what is wrong with an env.json of %j', async (text, problem) => {
    if (text !== null) write('.data/env.json', text);
    expect(await runDoctor({ cwd }, '--local')).toEqual({
      code: 1,
      lines: [''],
      stderr: `Cannot read .data/env.json: ${problem}\n`,
    });
  });

  test('tells no part of an ORIGIN_URL that leads nowhere', async () => {
    const env = { ORIGIN_URL: `ftp://me:${HUSH}@shop` };
    expect(await runDoctor({ cwd, env }, '--local')).toMatchObject({
      code: 1,
      stderr: 'Cannot find the local stack: ORIGIN_URL must be a whole address, https://…\n',
    });
  });
});
