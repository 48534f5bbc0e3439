import type { IncidentPolicy } from './incident-policy.ts';
import type { Incident } from './incident.ts';
import type { SeenService } from './seen-service.ts';

/** What the monitor decides by. */
export type Desk = {
  seen: readonly SeenService[];
  /** Those that are open, and those that were closed of late. */
  incidents: readonly Incident[];
  policy: IncidentPolicy;
  nowMs: number;
};
