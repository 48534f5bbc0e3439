import { HISTORY_DAYS } from '../uptime/period.ts';
import type { Snapshot } from './snapshot.ts';

export type UptimeResponse = {
  generatedAt: string;
  /** How many UTC days the numbers look back, today included. */
  days: number;
  services: {
    serviceName: string;
    displayName: string;
    uptimePercentage: number | null;
    coverage: number | null;
    checkRatio: number | null;
    /** The worst state of each day, oldest first: see DayBars. Null before there are two days. */
    states: string | null;
  }[];
};

/** The data of `GET /api/v1/status/uptime`: services by name, in percent, null until measured. */
export function toUptimeResponse({ generatedAt, services }: Snapshot): UptimeResponse {
  const shown = services.map((service) => {
    const { serviceName, displayName, uptimePercentage, coverage, checkRatio, days } = service;
    const states = days?.states ?? null;
    return { serviceName, displayName, uptimePercentage, coverage, checkRatio, states };
  });
  const byName = shown.toSorted((a, b) => (a.serviceName < b.serviceName ? -1 : 1));
  return { generatedAt, days: HISTORY_DAYS, services: byName };
}
