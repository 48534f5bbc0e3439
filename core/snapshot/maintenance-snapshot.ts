import * as z from 'zod';

/** Announced work: under way, or to come. `services` holds service names. */
export const MaintenanceSnapshot = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  services: z.array(z.string()),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  isUnderWay: z.boolean(),
  announcedAt: z.iso.datetime(),
});
export type MaintenanceSnapshot = z.infer<typeof MaintenanceSnapshot>;

/** Announced work with what became of it. */
export const MaintenanceRecord = MaintenanceSnapshot.extend({
  state: z.enum(['announced', 'started', 'completed', 'cancelled']),
  /** When it was completed or cancelled. */
  endedAt: z.iso.datetime().nullable(),
});
export type MaintenanceRecord = z.infer<typeof MaintenanceRecord>;
