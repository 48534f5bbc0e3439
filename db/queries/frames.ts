import { sql, type SQL } from 'drizzle-orm';
import * as z from 'zod';
import type { Db } from '../client.ts';

/** A frame as it is kept with the commit of its tick. */
export type FrameRow = { frame: string; list: string };

const Stored = z.object({
  slotMs: z.number().transform(Math.round),
  frame: z.string(),
  list: z.string(),
});
export type StoredFrame = z.infer<typeof Stored>;

/** The last two frames that were committed, the older one first. */
export async function readLastFrames(db: Db): Promise<StoredFrame[]> {
  const { rows } = await db.execute(sql`
    SELECT extract(epoch FROM slot)::float8 * 1000 AS "slotMs", frame, list
    FROM metric_frames ORDER BY slot`);
  return z.array(Stored).parse(rows);
}

/**
 * The part of a tick's statement that keeps its frame: behind `gate`, which has the slot. The one before it stays, and
 * what is older goes; a statement sees the rows as they were before it.
 */
export function keepFrame(row: FrameRow | null): SQL {
  if (row === null) return sql``;
  return sql`, framed AS (
      INSERT INTO metric_frames (slot, frame, list) SELECT slot, ${row.frame}, ${row.list} FROM gate
      ON CONFLICT DO NOTHING
    ), unframed AS (
      DELETE FROM metric_frames USING gate
      WHERE metric_frames.slot < (SELECT max(slot) FROM metric_frames)
    )`;
}
