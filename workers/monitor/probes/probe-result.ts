import type { Metadata, Outcome } from '../../../core/services/outcome.ts';

/** What a probe gives. Its latency is timed around it unless it knows a better one, or null for "no answer to time". */
export type ProbeResult =
  | {
      kind: 'up' | 'degraded' | 'down';
      latencyMs?: number | null;
      reason?: string;
      metadata?: Metadata;
    }
  | Exclude<Outcome, { kind: 'up' | 'degraded' | 'down' }>
  /** Somebody else asked in this period; this round says nothing of the service. */
  | { kind: 'not-due' };
