import type { LedgerChange } from './ledger.ts';
import type { ServiceState } from './service-state.ts';
import type { Span } from './uptime-input.ts';

export type Interval = Span & { state: ServiceState };

/**
 * The intervals that changes leave, applied in their order: each one overrules whatever was said of the time after its
 * start. They follow each other without a gap up to `toMs`, and neighbours differ.
 */
export function toIntervals(changes: readonly LedgerChange[], toMs: number): Interval[] {
  const starts: LedgerChange[] = [];
  for (const change of changes) {
    while ((starts.at(-1)?.fromMs ?? -Infinity) >= change.fromMs) starts.pop();
    if (starts.at(-1)?.state !== change.state) starts.push(change);
  }
  return starts.map(({ fromMs, state }, index) => ({
    state,
    fromMs,
    toMs: starts[index + 1]?.fromMs ?? toMs,
  }));
}
