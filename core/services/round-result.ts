import * as z from 'zod';

/** What one round said of one service. `none`: nothing was measured, which is neither good nor bad. */
export const RoundResult = z.enum(['up', 'degraded', 'partial', 'down', 'none']);
export type RoundResult = z.infer<typeof RoundResult>;

const BY_SEVERITY = ['none', 'up', 'degraded', 'partial', 'down'] as const;

/** The worst of the results that were measured; `none` only when nothing was. */
export function worstResult(results: readonly RoundResult[]): RoundResult {
  return BY_SEVERITY.findLast((result) => results.includes(result)) ?? 'none';
}
