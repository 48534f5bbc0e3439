import * as z from 'zod';
import { IncidentRecord, TimesSnapshot } from './incident-snapshot.ts';
import { MaintenanceRecord } from './maintenance-snapshot.ts';

/** What is published beside the snapshot: every public incident of the last 90 days, and the work of that time. */
export const HistorySnapshot = z.object({
  v: z.literal(1),
  seq: z.number(),
  generatedAt: z.iso.datetime(),
  /** Open ones too, the newest first. */
  incidents: z.array(IncidentRecord),
  /** Announced, under way, completed and cancelled, the newest first. */
  maintenance: z.array(MaintenanceRecord),
  /** Over the incidents of the 90 days. */
  medians: TimesSnapshot,
});
export type HistorySnapshot = z.infer<typeof HistorySnapshot>;
