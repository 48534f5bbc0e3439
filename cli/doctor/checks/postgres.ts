import { join } from 'node:path';
import { NeonDbError } from '@neondatabase/serverless';
import { DrizzleQueryError, sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import * as z from 'zod';
import { openDb, type Db } from '../../../db/client.ts';
import { explainDbError } from '../../../db/explain-error.ts';
import { explainConnection, NO_ANSWER, REFUSED } from '../explain-connection.ts';
import { fail, ok, type Check } from '../finding.ts';

const DEADLINE_MS = 5_000;
const MIGRATIONS = join(import.meta.dirname, '../../../db/migrations');

/** Pharos' own database, over the path that the Workers use. */
export const postgres: Check = {
  name: 'postgres',
  async run({ env, now }) {
    const url = env['DATABASE_URL'] ?? '';
    if (url === '') {
      return [fail('postgres', 'set DATABASE_URL to the address of a Neon database, postgres://…')];
    }
    if (!isAddress(url)) {
      return [fail('postgres', 'DATABASE_URL must be postgres://user:password@host/database')];
    }
    const db = openDb(url, AbortSignal.timeout(DEADLINE_MS));
    try {
      const startedAtMs = now();
      const { rows } = await db.execute(HAS_JOURNAL);
      const latencyMs = now() - startedAtMs;
      const missing = findMissing(await readApplied(db, rows));
      return [missing === null ? ok('postgres', latencyMs, UP_TO_DATE) : fail('postgres', missing)];
    } catch (error) {
      return [fail('postgres', explain(error, new URL(url).host))];
    }
  },
};

const UP_TO_DATE = 'migrations up to date';
const HAS_JOURNAL = sql`SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS is_there`;
const APPLIED = sql`SELECT created_at::float8 AS at FROM drizzle.__drizzle_migrations`;

function isAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol)) return false;
  return url.username !== '' && url.hostname !== '' && url.pathname.length > 1;
}

const Journal = z.tuple([z.object({ is_there: z.boolean() })]);
const Applied = z.array(z.object({ at: z.number() }));

/** When each migration that was applied was made, in milliseconds since the epoch. */
async function readApplied(db: Db, journal: unknown): Promise<number[]> {
  const [{ is_there: isThere }] = Journal.parse(journal);
  if (!isThere) return [];
  const { rows } = await db.execute(APPLIED);
  return Applied.parse(rows).map(({ at }) => at);
}

function findMissing(applied: readonly number[]): string | null {
  const all = readMigrationFiles({ migrationsFolder: MIGRATIONS });
  const missing = all.filter(({ folderMillis }) => !applied.includes(folderMillis));
  if (missing.length === 0) return null;
  return `${missing.length} of ${all.length} migrations not applied: run npm run db:migrate`;
}

function explain(error: unknown, host: string): string {
  const seen = describeMiss(error instanceof DrizzleQueryError ? error.cause : error);
  // The database itself has answered.
  if (seen === null) return explainDbError(error);
  if (seen === NO_ANSWER || seen.startsWith('status 5')) return `cannot reach ${host}: ${seen}`;
  if (!/^127\.0\.0\.1(:|$)/.test(host)) {
    return `cannot reach ${host} over https: ${seen}: it must be Neon's, or local on 127.0.0.1`;
  }
  const remedy = seen === REFUSED ? 'is npm run dev running?' : NOT_PLAIN;
  return `cannot reach ${host}: ${seen}: ${remedy}`;
}

const NOT_PLAIN =
  "the Workers need Neon's SQL over HTTP, as npm run dev has it, not a plain Postgres";

/** What was seen where no database was reached; null when it was one that answered. */
function describeMiss(cause: unknown): string | null {
  if (cause instanceof SyntaxError || cause instanceof z.ZodError)
    return 'an answer of another kind';
  if (!(cause instanceof NeonDbError)) return explainConnection(cause);
  if (cause.sourceError !== undefined) return explainConnection(cause.sourceError);
  // The rest of this message is the body of the answer.
  return /^Server error \(HTTP (status \d+)\)/.exec(cause.message)?.[1] ?? null;
}
