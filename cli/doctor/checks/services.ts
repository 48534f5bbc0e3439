import type { Outcome } from '../../../core/services/outcome.ts';
import { probes } from '../../../workers/monitor/probes/index.ts';
import { runRound } from '../../../workers/monitor/probes/run-round.ts';
import { fail, off, ok, type Check, type Finding } from '../finding.ts';

/** Every service, probed as the monitor does it. */
export const services: Check = {
  name: 'services',
  async run({ env, now, sleep }) {
    // No tick of the monitor is at half a millisecond: its result would stand for this one's in the shared store.
    const tickMs = now() + 0.5;
    // In a slot without end, the first of all, every probe is due.
    const round = { tickMs, slotMs: Infinity, now, sleep };
    const probed = await runRound(probes, env, round);
    return probed.map(({ probe, outcome }) => judge(probe.serviceName, outcome));
  },
};

function judge(name: string, outcome: Outcome | null): Finding {
  if (outcome === null) return fail(name, 'somebody else asked and did not say what it saw');
  switch (outcome.kind) {
    case 'up':
      return ok(name, outcome.latencyMs);
    case 'degraded':
      return fail(name, `degraded: ${outcome.reason ?? 'no reason given'}`);
    case 'down':
      return fail(name, outcome.reason ?? 'down');
    case 'unknown':
      return fail(name, outcome.reason);
    case 'not-configured':
    case 'not-reported':
      return off(name, outcome.remedy);
  }
}
