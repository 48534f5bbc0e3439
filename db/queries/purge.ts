import { sql } from 'drizzle-orm';
import { LEDGER_DAYS } from '../../core/uptime/period.ts';
import type { Db } from '../client.ts';

const BATCH = 5_000;

/** What is kept for how long: design terms, in days. */
const TERMS = [
  { table: 'probe_results', column: 'slot', days: 14 },
  { table: 'service_intervals', column: 'to_at', days: LEDGER_DAYS },
  { table: 'service_runs', column: 'first_slot', days: LEDGER_DAYS },
  { table: 'idempotency_keys', column: 'created_at', days: 1 },
  { table: 'spent_ids', column: 'expires_at', days: 0 },
] as const;

/** Deletes a batch of what has outlived its term, so that no lock is long. Gives how many rows went. */
export async function purgeOld(db: Db, nowMs: number): Promise<number> {
  let purged = 0;
  for (const { table, column, days } of TERMS) {
    const name = sql.identifier(table);
    const before = new Date(nowMs - days * 86_400_000).toISOString();
    const { rowCount } = await db.execute(sql`
      DELETE FROM ${name} WHERE ctid IN (
        SELECT ctid FROM ${name} WHERE ${sql.identifier(column)} < ${before}::timestamptz LIMIT ${BATCH})`);
    purged += rowCount ?? 0;
  }
  return purged + (await purgeAudit(db));
}

// Its term stands in the database, where nobody gets around it: see the migration.
async function purgeAudit(db: Db): Promise<number> {
  const { rows } = await db.execute(sql`SELECT purge_audit_log(${BATCH}) AS purged`);
  return Number(rows[0]?.['purged'] ?? 0);
}
