import { neonConfig } from '@neondatabase/serverless';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { openDb } from './client.ts';

test.each([
  ['127.0.0.1:5433', 'http://127.0.0.1:5433/sql'],
  ['ep-one-two.eu-central-1.aws.neon.tech', 'https://api.eu-central-1.aws.neon.tech/sql'],
])('a database at %s is asked at %s', async (host, expected) => {
  const asked: string[] = [];
  neonConfig.fetchFunction = async (url: string) => {
    asked.push(url);
    return Response.json({ command: 'SELECT', rowCount: 0, fields: [], rows: [] });
  };
  onTestFinished(() => {
    neonConfig.fetchFunction = undefined;
  });
  const db = openDb(`postgres://pharos:secret@${host}/pharos`, AbortSignal.timeout(1_000));
  await db.execute(sql`SELECT 1`);
  expect(asked).toEqual([expected]);
});
