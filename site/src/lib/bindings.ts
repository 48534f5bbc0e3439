// The only file of the site that knows it runs in a Worker.
import { env } from 'cloudflare:workers';
import type { HistorySnapshot } from '../../../core/snapshot/history-snapshot.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { loadHistory } from '../../../workers/shared/history-store.ts';
import { loadSnapshot } from '../../../workers/shared/snapshot-store.ts';

export function readSnapshot(nowMs: number): Promise<Snapshot | null> {
  return loadSnapshot(env.STATUS_KV, nowMs);
}

export function readHistory(nowMs: number): Promise<HistorySnapshot | null> {
  return loadHistory(env.STATUS_KV, nowMs);
}
