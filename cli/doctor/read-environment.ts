import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import * as z from 'zod';
import { readOptions } from '../../dev/stack/options.ts';

export type Environment = Record<string, string | undefined>;

type Options = {
  /** What `--env-file` holds; without it, `.env` when it exists. */
  file?: Environment;
  local: boolean;
};

/** The variables to examine. Throws when the ones that were asked for cannot be read. */
export function readEnvironment(given: Environment, { file, local }: Options): Environment {
  const env = { ...(file ?? readDefaultFile()), ...given };
  // The Workers of the local stack see the environment in this order too.
  return local ? { ...env, ...readLocal(env) } : env;
}

export function readEnvFile(path: string): Environment {
  return parseEnv(readText(path));
}

function readDefaultFile(): Environment {
  return existsSync('.env') ? readEnvFile('.env') : {};
}

function readLocal(env: Environment): Environment {
  const path = join(findDataFolder(env), 'env.json');
  if (!existsSync(path)) {
    throw new Error(
      `Cannot read ${path}: there is none: start the local stack with npm run dev, ` +
        'or set PHAROS_DATA to where its data lives',
    );
  }
  const variables = parseVariables(readText(path));
  if (variables !== null) return variables;
  throw new Error(`Cannot read ${path}: it holds no variables: start npm run dev anew`);
}

function findDataFolder({ PHAROS_DATA, ORIGIN_URL }: Environment): string {
  try {
    return readOptions({ PHAROS_DATA, ORIGIN_URL }, 1).dataDir;
  } catch {
    throw new Error('Cannot find the local stack: ORIGIN_URL must be a whole address, https://…');
  }
}

const Variables = z.record(z.string(), z.string());

function parseVariables(text: string): Environment | null {
  try {
    return Variables.parse(JSON.parse(text));
  } catch {
    // What a parser says of a text quotes it, and this one holds secrets.
    return null;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const seen = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    const words = seen === 'ENOENT' ? 'there is none' : seen;
    throw new Error(`Cannot read ${path}: ${words}`, { cause: error });
  }
}
