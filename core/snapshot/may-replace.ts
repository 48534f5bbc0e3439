import { jsonBytes } from './json-bytes.ts';

/** No publication may be larger. */
const MOST_BYTES = 2 * 1024 * 1024;
/** Up to this size a publication may grow as it likes. */
const SMALL_BYTES = 128 * 1024;
const MOST_GROWTH = 10;

/** A publication, and how many things it is about. */
type Publication = { value: unknown; count: number };

/**
 * Why a publication must not take the place of the one before it, which then stays: it is empty where the other was
 * not, ten times as large, or too large at all. Null: it may.
 */
export function mayReplace(previous: Publication | null, next: Publication): string | null {
  const bytes = jsonBytes(next.value);
  if (bytes > MOST_BYTES) return `it has ${bytes} bytes of at most ${MOST_BYTES}`;
  if (previous === null) return null;
  if (next.count === 0 && previous.count > 0) return `it is empty, after ${previous.count}`;
  if (bytes <= SMALL_BYTES) return null;
  const before = jsonBytes(previous.value);
  return bytes > before * MOST_GROWTH ? `it has ${bytes} bytes, after ${before}` : null;
}
