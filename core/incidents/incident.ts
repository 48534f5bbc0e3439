import * as z from 'zod';

export const IncidentStatus = z.enum(['INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED']);
export type IncidentStatus = z.infer<typeof IncidentStatus>;

export const IncidentSeverity = z.enum(['P1', 'P2', 'P3', 'P4']);
export type IncidentSeverity = z.infer<typeof IncidentSeverity>;

/** The state that an update gives to a service, in the ledger's words. */
export const ComponentState = z.enum([
  'operational',
  'degraded',
  'partial_outage',
  'major_outage',
  'maintenance',
]);
export type ComponentState = z.infer<typeof ComponentState>;

export const ComponentChange = z.object({ service: z.string(), state: ComponentState });
export type ComponentChange = z.infer<typeof ComponentChange>;

/** An outage as the ledger saw it: where it began, and the rounds that decided it, run-length encoded. */
export const Evidence = z.object({
  service: z.string(),
  /** The first failing round. Milliseconds; with the service it names the outage. */
  sinceMs: z.number(),
  state: z.enum(['partial_outage', 'major_outage']),
  rounds: z.array(z.object({ result: z.string(), firstMs: z.number(), count: z.number() })),
});
export type Evidence = z.infer<typeof Evidence>;

const Ms = z.number().transform(Math.round);

/** An incident as it is stored. Times are milliseconds since the epoch; null: that has not happened. */
export const Incident = z.object({
  id: z.string(),
  /** Grows by one with each change. */
  revision: z.number(),
  title: z.string(),
  description: z.string(),
  severity: IncidentSeverity,
  status: IncidentStatus,
  services: z.array(z.string()),
  /** Who opened it. */
  origin: z.enum(['person', 'monitor']),
  evidence: z.array(Evidence),
  /** The first failing round. */
  startedAtMs: Ms,
  detectedAtMs: Ms.nullable(),
  acknowledgedAtMs: Ms.nullable(),
  acknowledgedBy: z.string().nullable(),
  /** The first public word; null: a draft. */
  publishedAtMs: Ms.nullable(),
  mitigatedAtMs: Ms.nullable(),
  resolvedAtMs: Ms.nullable(),
  /** When a draft publishes itself unless a person decides; null: never. */
  publishByMs: Ms.nullable(),
  /** Since when people lead it, and the monitor keeps its hands off it. */
  takenOverAtMs: Ms.nullable(),
  nextUpdateByMs: Ms.nullable(),
  postmortemUrl: z.string().nullable(),
  updatedAtMs: Ms,
});
export type Incident = z.infer<typeof Incident>;
