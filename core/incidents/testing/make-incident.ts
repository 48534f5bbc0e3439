import type { Incident } from '../incident.ts';

/** An open incident that a person published, with changes. */
export function makeIncident(changes: Partial<Incident> = {}): Incident {
  return {
    id: '7d3c2b8a-6c1e-4d5a-9f00-000000000001',
    revision: 3,
    title: 'Payments fail',
    description: 'Cards are refused.',
    severity: 'P2',
    status: 'INVESTIGATING',
    services: ['stripe-api'],
    origin: 'person',
    evidence: [],
    startedAtMs: Date.UTC(2026, 10, 24, 14),
    detectedAtMs: Date.UTC(2026, 10, 24, 14, 1),
    acknowledgedAtMs: null,
    acknowledgedBy: null,
    publishedAtMs: Date.UTC(2026, 10, 24, 14, 5),
    mitigatedAtMs: null,
    resolvedAtMs: null,
    publishByMs: null,
    takenOverAtMs: null,
    nextUpdateByMs: null,
    postmortemUrl: null,
    updatedAtMs: Date.UTC(2026, 10, 24, 14, 5),
    ...changes,
  };
}
