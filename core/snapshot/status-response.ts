import type { ServiceStatus } from '../services/status.ts';
import type { ServiceSnapshot, Snapshot } from './snapshot.ts';

type Inner = 'recent' | 'days' | 'isUnstable' | 'record';

export type StatusResponse = {
  generatedAt: string;
  seq: number;
  staleAfterSec: number;
  overall: ServiceStatus;
  services: Omit<ServiceSnapshot, Inner>[];
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
      .map(withoutInner)
      .toSorted((a, b) => (a.serviceName < b.serviceName ? -1 : 1)),
    incidents,
    maintenance,
    banner,
  };
}

function withoutInner(service: ServiceSnapshot): Omit<ServiceSnapshot, Inner> {
  const {
    recent: _recent,
    days: _days,
    isUnstable: _isUnstable,
    record: _record,
    ...shown
  } = service;
  return shown;
}
