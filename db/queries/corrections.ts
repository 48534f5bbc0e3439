import { sql } from 'drizzle-orm';
import type { Correction } from '../../core/uptime/correction.ts';
import type { Effect } from './write.ts';

export type NewCorrection = Omit<Correction, 'madeAt'> & { serviceName: string; madeBy: string };

/** Adds a correction to what was measured. Nothing when there is no such service. */
export function addCorrection(correction: NewCorrection): Effect {
  const { serviceName, from, to, state, reason, madeBy } = correction;
  return {
    action: 'uptime.correct',
    parts: sql`made AS (
        INSERT INTO service_corrections AS c (service_name, from_at, to_at, state, reason, made_by)
        SELECT service_name, ${from}::timestamptz, ${to}::timestamptz, ${state}, ${reason}, ${madeBy}
        FROM service_statuses WHERE service_name = ${serviceName} AND deleted_at IS NULL
        RETURNING c.*
      ), effect AS (
        SELECT service_name AS subject, NULL::jsonb AS before, jsonb_build_object('id', id,
          'serviceName', service_name, 'from', from_at, 'to', to_at, 'state', state,
          'reason', reason, 'madeAt', made_at) AS after, NULL::integer AS version FROM made)`,
  };
}
