import { sql } from 'drizzle-orm';
import { json } from './incident-rows.ts';
import type { Effect } from './write.ts';

/** That the banner was set, or with null taken away: it is kept elsewhere, and this is for the audit log. */
export function noteBanner(banner: { text: string; until: string | null } | null): Effect {
  const parts = sql`effect AS (
    SELECT 'banner' AS subject, NULL::jsonb AS before, ${json(banner)} AS after, NULL::int AS version)`;
  return { action: banner === null ? 'banner.clear' : 'banner.set', parts };
}
