import { buildExtract } from '../../../core/uptime/build-extract.ts';
import type { LedgerExtract } from '../../../core/uptime/ledger-extract.ts';
import { nextMonthMs } from '../../../core/uptime/period.ts';
import type { Db } from '../../../db/client.ts';
import { readEvidence } from './read-evidence.ts';

/** What is published of a whole month `2026-11`. */
export async function extractMonth(db: Db, month: string): Promise<LedgerExtract> {
  const fromMs = Date.parse(`${month}-01`);
  const span = { fromMs, toMs: nextMonthMs(fromMs) };
  return buildExtract(await readEvidence(db, span), span);
}
