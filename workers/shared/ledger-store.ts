import { LedgerExtract } from '../../core/uptime/ledger-extract.ts';
import { createPublication, type Publication } from './publication.ts';

const KEY = 'ledger:v1';
/** The newest is published every ten minutes and on each change; a month that closed hardly ever changes. */
const FRESH_MS = { newest: 10_000, month: 600_000 };
/** Months of 400 days: no more are ever asked for. */
const MOST_MONTHS = 15;

const newest = publicationOf(KEY, FRESH_MS.newest);
const months = new Map<string, Publication<LedgerExtract>>();

/** Publishes the newest extract, or that of a month that has closed. */
export function saveLedger(
  kv: KVNamespace,
  extract: LedgerExtract,
  month: string | null = null,
): Promise<void> {
  return find(month).save(kv, extract);
}

/** The newest extract, or that of a month `2026-05`, as visitors are given it; null when it was never published. */
export function loadLedger(
  kv: KVNamespace,
  { month = null, nowMs }: { month?: string | null; nowMs: number },
): Promise<LedgerExtract | null> {
  return find(month).load(kv, nowMs);
}

function find(month: string | null): Publication<LedgerExtract> {
  if (month === null) return newest;
  const known = months.get(month) ?? publicationOf(`${KEY}:${month}`, FRESH_MS.month);
  const [oldest] = months.keys();
  if (months.size >= MOST_MONTHS && oldest !== undefined) months.delete(oldest);
  months.set(month, known);
  return known;
}

function publicationOf(key: string, freshMs: number): Publication<LedgerExtract> {
  return createPublication({
    key,
    name: 'ledger',
    schema: LedgerExtract,
    deadlineMs: 2_000,
    freshMs: (extract) => (extract === null ? FRESH_MS.newest : freshMs),
    version: ({ until }) => Date.parse(until),
  });
}
