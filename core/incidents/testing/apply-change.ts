import type { DeskChange } from '../desk-change.ts';
import type { Incident } from '../incident.ts';
import { makeIncident } from './make-incident.ts';

/** The incidents after a change of the monitor, as the database has them. */
export function applyChange(
  incidents: readonly Incident[],
  change: DeskChange,
  nowMs: number,
): Incident[] {
  if (change.kind !== 'open') {
    return incidents.map((one) => (one.id === change.id ? { ...one, ...change.incident } : one));
  }
  const opened = makeIncident({ ...change.incident, origin: 'monitor', id: change.key });
  return [...incidents, { ...opened, detectedAtMs: nowMs }];
}
