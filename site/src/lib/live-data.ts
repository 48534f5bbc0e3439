import { isOld } from '../../../core/snapshot/is-old.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { etagOf } from '../../../workers/shared/etag.ts';

/** What the script in the page goes by: attributes of `<main>`, times in milliseconds. */
export type LiveData = {
  /** Names what the reader has, so that the server can say that nothing changed. */
  'data-tag': string;
  /** When the data was made, by the server's clock, and its age when the page was made. */
  'data-at': number;
  'data-age': number;
  /** The age at which the data is old. */
  'data-max': number;
  /** How long to wait before the server is asked again. */
  'data-every': number;
};

const REFRESH_MS = 60_000;
/** Checks that come faster are those of a developer, who wants to see them. */
const FAST_CHECK_SEC = 30;

export function toLiveData(snapshot: Snapshot, nowMs: number): LiveData {
  const atMs = Date.parse(snapshot.generatedAt);
  return {
    'data-tag': etagOf(snapshot, isOld(snapshot, nowMs)),
    'data-at': atMs,
    'data-age': nowMs - atMs,
    'data-max': snapshot.staleAfterSec * 1000,
    'data-every': refreshMs(snapshot.checkEverySec),
  };
}

function refreshMs(checkEverySec: number): number {
  return checkEverySec < FAST_CHECK_SEC ? Math.max(1000, checkEverySec * 2000) : REFRESH_MS;
}
