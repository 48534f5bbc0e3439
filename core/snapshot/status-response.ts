import type { ServiceStatus } from '../services/status.ts';
import type { ServiceSnapshot, Snapshot } from './snapshot.ts';

export type StatusResponse = {
  generatedAt: string;
  seq: number;
  staleAfterSec: number;
  overall: ServiceStatus;
  services: Omit<ServiceSnapshot, 'recent' | 'days' | 'isUnstable'>[];
  incidents: Snapshot['incidents'];
  maintenance: Snapshot['maintenance'];
  banner: Snapshot['banner'];
};

/** The data of `GET /api/v1/status`: services by name, latency in ms, percentages null until measured. */
export function toStatusResponse(snapshot: Snapshot): StatusResponse {
  const { generatedAt, seq, staleAfterSec, overall, services } = snapshot;
  const { incidents, maintenance, banner } = snapshot;
  return {
    generatedAt,
    seq,
    staleAfterSec,
    overall,
    services: services
      .map(({ recent: _recent, days: _days, isUnstable: _isUnstable, ...service }) => service)
      .toSorted((a, b) => (a.serviceName < b.serviceName ? -1 : 1)),
    incidents,
    maintenance,
    banner,
  };
}
