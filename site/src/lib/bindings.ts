// The only file of the site that knows it runs in a Worker.
import { env } from 'cloudflare:workers';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { loadSnapshot } from '../../../workers/shared/snapshot-store.ts';

export function readSnapshot(nowMs: number): Promise<Snapshot | null> {
  return loadSnapshot(env.STATUS_KV, nowMs);
}
