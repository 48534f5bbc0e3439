import type { RoundResult } from '../../services/round-result.ts';

/** A file as `pharos uptime` reads it, before it is checked. */
export type UptimeFile = {
  window: { from: string; to: string };
  maintenance: { from: string; to: string; announcedAt?: string | null }[];
  rounds: { at: string; result: RoundResult }[];
  rules: { intervalSec?: number; confirm?: number; recover?: number; unknownAfterMissed?: number };
};
