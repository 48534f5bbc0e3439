import type { IncidentSnapshot } from '../../../core/snapshot/incident-snapshot.ts';
import type { MaintenanceSnapshot } from '../../../core/snapshot/maintenance-snapshot.ts';

export function incident(changes: Partial<IncidentSnapshot> = {}): IncidentSnapshot {
  return {
    id: '3c6ef35f-4c1a-4f0e-9b7d-9bc4b2f0a511',
    title: 'Card payments are slow',
    severity: 'P2',
    services: ['api-server'],
    startedAt: '2026-11-24T13:52:00.000Z',
    resolvedAt: null,
    isAcknowledged: false,
    nextUpdateBy: null,
    updates: [update('13:55', 'We are looking into it.')],
    ...changes,
  };
}

export function update(clock: string, text: string): IncidentSnapshot['updates'][number] {
  return {
    at: `2026-11-24T${clock}:00.000Z`,
    status: 'INVESTIGATING',
    text,
    components: [],
    editedAt: null,
    retractedAt: null,
  };
}

/** Work from 14:00 to 15:00, under way. */
export function maintenance(changes: Partial<MaintenanceSnapshot> = {}): MaintenanceSnapshot {
  return {
    id: '91',
    title: 'Moving files',
    text: 'Uploads pause.',
    services: ['redis-cache'],
    from: '2026-11-24T14:00:00.000Z',
    to: '2026-11-24T15:00:00.000Z',
    isUnderWay: true,
    announcedAt: '2026-11-17T09:00:00.000Z',
    ...changes,
  };
}
