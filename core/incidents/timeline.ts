import * as z from 'zod';
import { ComponentChange, IncidentStatus } from './incident.ts';

/**
 * A row of an incident's timeline; rows are only ever added. An `edit` and a `retract` say something of an earlier
 * update (`targetId`); a `note` is for admins only.
 */
export const TimelineRow = z.object({
  id: z.string(),
  kind: z.enum(['update', 'edit', 'retract', 'note']),
  targetId: z.string().nullable(),
  atMs: z.number().transform(Math.round),
  /** Who wrote it; null: the monitor. */
  author: z.string().nullable(),
  status: IncidentStatus,
  text: z.string(),
  components: z.array(ComponentChange),
  /** The same key again is the same row. */
  key: z.string(),
});
export type TimelineRow = z.infer<typeof TimelineRow>;

/** An update as it stands now: the newest wording, with the marks of what happened to it. */
export type TimelineEntry = Omit<TimelineRow, 'targetId' | 'kind' | 'key'> & {
  kind: 'update' | 'note';
  editedAtMs: number | null;
  retractedAtMs: number | null;
};

/** The timeline, oldest first, as its rows make it. A word that was taken back stays as a mark without its text. */
export function foldTimeline(rows: readonly TimelineRow[]): TimelineEntry[] {
  const entries = new Map<string, TimelineEntry>();
  for (const { kind, targetId, key: _key, ...row } of rows) {
    switch (kind) {
      case 'update':
      case 'note':
        entries.set(row.id, { ...row, kind, editedAtMs: null, retractedAtMs: null });
        break;
      case 'edit':
        change(entries, targetId, { text: row.text, editedAtMs: row.atMs });
        break;
      case 'retract':
        change(entries, targetId, { text: '', retractedAtMs: row.atMs });
        break;
    }
  }
  return [...entries.values()];
}

// What was taken back is not worded anew.
function change(
  entries: Map<string, TimelineEntry>,
  id: string | null,
  changes: Partial<TimelineEntry>,
) {
  const entry = entries.get(id ?? '');
  if (entry === undefined || entry.retractedAtMs !== null) return;
  entries.set(entry.id, { ...entry, ...changes });
}
