import type { RoundResult } from './round-result.ts';

/** Facts about a service beside its state, such as the size of its database. For admins only. */
export type Metadata = Record<string, string | number | boolean | null>;

/**
 * What one probe found out. `unknown`: asked, but the answer says nothing about the service. `not-configured`: nobody
 * told Pharos where to look. `not-reported`: the origin does not speak of this service. A remedy names what to set.
 */
export type Outcome =
  | {
      kind: 'up' | 'degraded' | 'down';
      /** Milliseconds; null when there was no answer to time. */
      latencyMs: number | null;
      reason: string | null;
      metadata: Metadata | null;
    }
  | { kind: 'unknown'; reason: string }
  | { kind: 'not-configured'; remedy: string }
  | { kind: 'not-reported'; remedy: string };

/** One service in one slot, as it is stored. Times are milliseconds since the epoch. */
export type Round = {
  serviceName: string;
  displayName: string;
  slotMs: number;
  checkedAtMs: number;
  result: RoundResult;
  latencyMs: number | null;
  reason: string | null;
  metadata: Metadata | null;
};

type Asked = Pick<Round, 'serviceName' | 'displayName' | 'slotMs' | 'checkedAtMs'>;

/**
 * The round to store for an outcome, or null when there is none: the service is not configured. A service that the
 * origin has reported before and now does not mention is unknown, not gone.
 */
export function toRound(asked: Asked, outcome: Outcome, wasMeasured: boolean): Round | null {
  switch (outcome.kind) {
    case 'up':
    case 'degraded':
    case 'down': {
      const { kind, latencyMs, reason, metadata } = outcome;
      return { ...asked, result: kind, latencyMs, reason, metadata };
    }
    case 'unknown':
      return { ...asked, result: 'none', latencyMs: null, reason: outcome.reason, metadata: null };
    case 'not-configured':
      return null;
    case 'not-reported':
      if (!wasMeasured) return null;
      return { ...asked, result: 'none', latencyMs: null, reason: outcome.remedy, metadata: null };
  }
}
