import type { Snapshot } from '../../core/snapshot/snapshot.ts';

/** Names what a page shows: the data, and whether it is shown as old. Weak, as what stands between may compress it. */
export function etagOf({ seq }: Snapshot, isStale: boolean): string {
  return `W/"${seq}${isStale ? '-stale' : ''}"`;
}

/** Whether a reader already has this version, by the header If-None-Match (RFC 9110, section 13.1.2). */
export function hasVersion(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const known = ifNoneMatch.split(',').map(opaqueTag);
  return known.includes('*') || known.includes(opaqueTag(etag));
}

function opaqueTag(tag: string): string {
  return tag.trim().replace(/^W\//, '');
}
