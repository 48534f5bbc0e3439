import { neon } from '@neondatabase/serverless';
import { expect, test } from 'vitest';
import { explainDbError } from './explain-error.ts';

function coded(message: string, code: string): Error {
  return Object.assign(new Error(message), { code });
}

const refused = coded('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED');
const refused6 = coded('connect ECONNREFUSED ::1:5432', 'ECONNREFUSED');

test.each<[string, unknown, string]>([
  [
    'a missing column',
    coded('column "x" does not exist', '42703'),
    'column "x" does not exist: run npm run db:migrate',
  ],
  [
    'a role without rights',
    coded('permission denied for table evaluator', '42501'),
    'permission denied for table evaluator: give this role the rights that the migrations give it',
  ],
  [
    'a wrong password, which Neon reports without a code',
    coded(`password authentication failed for user 'pharos'`, ''),
    `password authentication failed for user 'pharos': check the user and password in DATABASE_URL`,
  ],
  ['a code without a remedy', coded('disk full', '53100'), 'disk full'],
  [
    'a query that failed: its reason, not the query',
    new Error('Failed query: SELECT $1\nparams: secret', { cause: coded('disk full', '53100') }),
    'disk full',
  ],
  [
    'several addresses',
    new AggregateError([refused6, refused]),
    [refused6, refused].map(({ message }) => message).join('; '),
  ],
  [
    'a request that did not arrive',
    Object.assign(new Error('Error connecting to database: TypeError: fetch failed'), {
      sourceError: new TypeError('fetch failed', { cause: refused }),
    }),
    refused.message,
  ],
  [
    'a deadline',
    Object.assign(new Error('Error connecting to database: TimeoutError: …'), {
      sourceError: new DOMException('The operation was aborted', 'TimeoutError'),
    }),
    'no answer in time',
  ],
  ['what is no error', 'out of order', 'out of order'],
])('%s is explained', (_case, error, expected) => {
  expect(explainDbError(error)).toBe(expected);
});

test('an address that cannot be read is not repeated', async () => {
  const sql = neon('postgres://pharos:secret@db one.example/pharos');
  const error: unknown = await sql`SELECT 1`.catch((reason: unknown) => reason);
  expect(String(error)).toContain('secret');
  expect(explainDbError(error)).toBe(
    'Database connection string provided to neon() is not a valid URL: check DATABASE_URL',
  );
});
