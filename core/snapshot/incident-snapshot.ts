import * as z from 'zod';

/** One entry of an incident's timeline as visitors may read it. */
const UpdateSnapshot = z.object({
  at: z.iso.datetime(),
  status: z.enum(['INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED']),
  text: z.string(),
});
export type UpdateSnapshot = z.infer<typeof UpdateSnapshot>;

/** An incident as visitors may see it: updates newest first. `services` holds service names. */
export const IncidentSnapshot = z.object({
  id: z.string(),
  title: z.string(),
  severity: z.enum(['P1', 'P2', 'P3', 'P4']),
  services: z.array(z.string()),
  startedAt: z.iso.datetime(),
  /** Null while it is open. */
  resolvedAt: z.iso.datetime().nullable(),
  isAcknowledged: z.boolean(),
  nextUpdateBy: z.iso.datetime().nullable(),
  updates: z.array(UpdateSnapshot),
});
export type IncidentSnapshot = z.infer<typeof IncidentSnapshot>;
