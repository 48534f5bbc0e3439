import * as z from 'zod';
import { ComponentChange, IncidentSeverity, IncidentStatus } from '../incidents/incident.ts';

/** One entry of an incident's timeline as visitors may read it. */
const UpdateSnapshot = z.object({
  at: z.iso.datetime(),
  status: IncidentStatus,
  /** Empty when it was taken back. */
  text: z.string(),
  components: z.array(ComponentChange).default([]),
  editedAt: z.iso.datetime().nullable().default(null),
  retractedAt: z.iso.datetime().nullable().default(null),
});
export type UpdateSnapshot = z.infer<typeof UpdateSnapshot>;

/** An incident as visitors may see it: updates newest first. `services` holds service names. */
export const IncidentSnapshot = z.object({
  id: z.string(),
  title: z.string(),
  severity: IncidentSeverity,
  services: z.array(z.string()),
  startedAt: z.iso.datetime(),
  /** Null while it is open. */
  resolvedAt: z.iso.datetime().nullable(),
  isAcknowledged: z.boolean(),
  nextUpdateBy: z.iso.datetime().nullable(),
  updates: z.array(UpdateSnapshot),
});
export type IncidentSnapshot = z.infer<typeof IncidentSnapshot>;

const Seconds = z.number().nullable();

/** How long things took, from the first failing round: until known, until the first public word, until over. */
export const TimesSnapshot = z.object({
  timeToKnowSec: Seconds,
  timeToPublishSec: Seconds,
  timeToResolveSec: Seconds,
});
export type TimesSnapshot = z.infer<typeof TimesSnapshot>;

/** An incident with all that visitors may know of it. */
export const IncidentRecord = IncidentSnapshot.extend({
  ...TimesSnapshot.shape,
  status: IncidentStatus,
  detectedAt: z.iso.datetime().nullable(),
  acknowledgedAt: z.iso.datetime().nullable(),
  publishedAt: z.iso.datetime(),
  mitigatedAt: z.iso.datetime().nullable(),
  postmortemUrl: z.string().nullable(),
  /** What our checks saw, the first outage first. */
  evidence: z.array(
    z.object({
      service: z.string(),
      state: z.enum(['partial_outage', 'major_outage']),
      since: z.iso.datetime(),
      rounds: z.array(z.object({ result: z.string(), count: z.number() })),
    }),
  ),
  /** Older updates for which there is no room. */
  omittedUpdates: z.number(),
});
export type IncidentRecord = z.infer<typeof IncidentRecord>;
