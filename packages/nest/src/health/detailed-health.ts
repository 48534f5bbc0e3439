import type { ProbeFacts } from './probe.ts';

export type ServiceState = 'UP' | 'DEGRADED' | 'DOWN';

export type ServiceHealth = {
  status: ServiceState;
  latencyMs: number;
  /** ISO 8601. */
  checkedAt: string;
  metadata?: ProbeFacts;
  /** The answer of an earlier check. */
  cached?: true;
  error?: string;
};

/** The body of /health/detailed, as Pharos reads it. */
export type DetailedHealth = {
  status: ServiceState;
  checkedAt: string;
  durationMs: number;
  instance: {
    id: string;
    version: string;
    commit: string;
    startedAt: string;
    uptimeSeconds: number;
    node: string;
  };
  services: Record<string, ServiceHealth>;
};
