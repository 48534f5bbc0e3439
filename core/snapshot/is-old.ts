import type { Snapshot } from './snapshot.ts';

/** Whether the data must be shown as old. */
export function isOld({ generatedAt, staleAfterSec }: Snapshot, nowMs: number): boolean {
  return nowMs - Date.parse(generatedAt) > staleAfterSec * 1000;
}
