import * as z from 'zod';
import { patienceFor } from '../../../../core/incidents/scale-policy.ts';
import { seeServices } from '../../../../core/incidents/see-services.ts';
import { findContradictions } from '../../../../core/services/find-contradictions.ts';
import type { ServiceStatus } from '../../../../core/services/status.ts';
import { isOld } from '../../../../core/snapshot/is-old.ts';
import type { Snapshot } from '../../../../core/snapshot/snapshot.ts';
import { readDesk } from '../../../../db/queries/desk.ts';
import { loadSnapshot } from '../../../shared/snapshot-store.ts';
import { parseInput } from '../parse-input.ts';
import type { DbCall, Reply, Route } from '../route.ts';

/** A slot where nothing was published yet. */
const SLOT_MS = 30_000;

/** Where people's words and the measurements do not agree. */
export const warnings: Route[] = [
  { method: 'GET', path: '/api/v1/monitoring/warnings', role: 'ADMIN', read },
];

async function read({ db, env, query, nowMs }: DbCall): Promise<Reply> {
  parseInput(z.strictObject({}), query);
  const [desk, snapshot] = await Promise.all([
    readDesk(db, nowMs),
    loadSnapshot(env.STATUS_KV, nowMs),
  ]);
  const { incidents, windows, usualMs } = desk;
  const slotMs = snapshot === null ? SLOT_MS : snapshot.checkEverySec * 1000;
  const seen = seeServices(desk, statusesOf(snapshot, nowMs), nowMs);
  const patience = patienceFor(slotMs, usualMs);
  const found = findContradictions({ seen, incidents, windows, patience, nowMs });
  const items = found.map(({ sinceMs, ...rest }) => ({
    ...rest,
    since: new Date(sinceMs).toISOString(),
  }));
  return { message: 'Warnings', data: { measuredAt: snapshot?.generatedAt ?? null, items } };
}

// What was measured long ago says nothing of now.
function statusesOf(snapshot: Snapshot | null, nowMs: number): Map<string, ServiceStatus> {
  if (snapshot === null) return new Map();
  const old = isOld(snapshot, nowMs);
  return new Map(
    snapshot.services.map(
      ({ serviceName, status }) => [serviceName, old ? 'UNKNOWN' : status] as const,
    ),
  );
}
