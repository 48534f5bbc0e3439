import { LedgerExtract } from '../../core/uptime/ledger-extract.ts';
import { inTime } from './in-time.ts';

const NEWEST = 'ledger:v1';
const DEADLINE_MS = 2_000;
/** The newest is published every ten minutes and on each change; a month that closed hardly ever changes. */
const FRESH_MS = { newest: 10_000, month: 600_000 };
/** Months of 400 days and the newest: no more keys are ever asked for. */
const MOST_KEPT = 16;

/** The store gave no answer, and this isolate has not seen the extract before. */
export class LedgerUnavailable extends Error {}

type Kept = { extract: LedgerExtract | null; readAtMs: number };

// The same for every visitor: what this isolate read last, and the readings under way.
const kept = new Map<string, Kept>();
const readings = new Map<string, Promise<LedgerExtract | null>>();

/** Publishes the newest extract, or that of a month that has closed. */
export async function saveLedger(
  kv: KVNamespace,
  extract: LedgerExtract,
  month: string | null = null,
): Promise<void> {
  await inTime(kv.put(keyOf(month), JSON.stringify(LedgerExtract.parse(extract))), DEADLINE_MS);
}

/**
 * The newest extract, or that of a month `2026-05`; null when it was never published. However many ask at once, the store
 * is asked once; one that fails gives what this isolate has seen. Throws LedgerUnavailable when that is nothing.
 */
export async function loadLedger(
  kv: KVNamespace,
  { month = null, nowMs }: { month?: string | null; nowMs: number },
): Promise<LedgerExtract | null> {
  const key = keyOf(month);
  const known = kept.get(key);
  const freshMs = month === null || !known?.extract ? FRESH_MS.newest : FRESH_MS.month;
  if (known !== undefined && nowMs - known.readAtMs < freshMs) return known.extract;
  try {
    const extract = await readOnce(kv, key);
    keep(key, { extract, readAtMs: nowMs });
    return extract;
  } catch (error) {
    console.error(`Cannot read the ledger: ${String(error)}`);
    if (known !== undefined) return known.extract;
    throw new LedgerUnavailable('The store of the ledger gave no answer', { cause: error });
  }
}

// Each waits by its own clock: who began a reading may be gone, and the reading with it.
async function readOnce(kv: KVNamespace, key: string): Promise<LedgerExtract | null> {
  const reading = readings.get(key) ?? read(kv, key);
  readings.set(key, reading);
  try {
    return await inTime(reading, DEADLINE_MS);
  } finally {
    if (readings.get(key) === reading) readings.delete(key);
  }
}

async function read(kv: KVNamespace, key: string): Promise<LedgerExtract | null> {
  const stored = await kv.get(key);
  return stored === null ? null : LedgerExtract.parse(JSON.parse(stored));
}

function keep(key: string, entry: Kept) {
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, entry);
}

function keyOf(month: string | null): string {
  return month === null ? NEWEST : `${NEWEST}:${month}`;
}
