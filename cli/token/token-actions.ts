// What `pharos token` does.
import { userInfo } from 'node:os';
import type { Scope } from '../../core/auth/scope.ts';
import { formatToken } from '../../core/auth/token-text.ts';
import { openDb, type Db } from '../../db/client.ts';
import { explainDbError } from '../../db/explain-error.ts';
import { asRole } from '../../db/as-role.ts';
import { ROLES } from '../../db/grants.ts';
import { createToken, listTokens, revokeToken } from '../../db/queries/access-tokens.ts';
import { commitWrite, type Effect, type Written } from '../../db/queries/write.ts';
import { digestOf } from '../../workers/edge/auth/digest.ts';
import { newTokenParts } from '../../workers/edge/auth/new-secret.ts';
import { readEnvironment } from '../doctor/read-environment.ts';
import { formatTokens } from './format-tokens.ts';

const DEADLINE_MS = 10_000;

export type Options = { local?: boolean; json?: boolean };
export type Creation = Options & { name: string; scope: Scope[]; days: number };

export async function create({ name, scope, days, ...options }: Creation): Promise<void> {
  const parts = newTokenParts();
  const { username } = userInfo();
  const token = { id: parts.id, owner: username, name, scopes: scope, days };
  const effect = createToken({ ...token, digest: await digestOf(parts.secret) });
  const written = await write(options, effect);
  if (written.kind !== 'done') {
    throw new Error(`Cannot make the token: two tokens named ${name} are alive: revoke one first`);
  }
  const text = formatToken(parts);
  console.log(options.json === true ? JSON.stringify({ ...token, token: text }, null, 2) : text);
}

export async function list(options: Options): Promise<void> {
  const found = await withDb(options, (db) => listTokens(db, 'all', { page: 1, limit: 100 }));
  console.log(
    options.json === true ? JSON.stringify(found, null, 2) : formatTokens(found.items, Date.now()),
  );
}

export async function revoke(id: string, options: Options): Promise<void> {
  const written = await write(options, revokeToken(id, 'all'));
  if (written.kind !== 'done') throw new Error(`Cannot revoke: no token ${id} is alive`);
  console.log(options.json === true ? JSON.stringify(written.data, null, 2) : `Revoked ${id}`);
}

export async function makeBreakGlass(): Promise<void> {
  const token = `break-glass-${newTokenParts().secret}`;
  console.log(`Keep this where you find it in an outage: ${token}`);
  console.log(`BREAK_GLASS_HASH=${await digestOf(token)}`);
}

function write(options: Options, effect: Effect): Promise<Written> {
  const actor = { kind: 'cli', id: userInfo().username } as const;
  return withDb(options, (db) =>
    commitWrite(db, effect, { actor, requestId: crypto.randomUUID(), key: null }),
  );
}

async function withDb<T>({ local = false }: Options, run: (db: Db) => Promise<T>): Promise<T> {
  const url = readEnvironment(process.env, { local })['DATABASE_URL'] ?? '';
  if (url === '') throw new Error('Cannot reach the database: set DATABASE_URL, or use --local');
  // The local stack knows the Workers by name; what this command does is for the role of the edge.
  const address = local ? asRole(url, ROLES.edge) : url;
  try {
    return await run(openDb(address, AbortSignal.timeout(DEADLINE_MS)));
  } catch (error) {
    throw new Error(`Cannot use the database: ${explainDbError(error)}`, { cause: error });
  }
}
