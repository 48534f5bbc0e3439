import type { Outcome } from '../../../core/services/outcome.ts';
import { probes } from '../../../workers/monitor/probes/index.ts';
import { runRound } from '../../../workers/monitor/probes/run-round.ts';
import { fail, off, ok, type Check, type Finding } from '../finding.ts';

const MINUTE_MS = 60_000;

/** Every service, probed as the monitor does it. */
export const services: Check = {
  name: 'services',
  async run({ env, now, sleep }) {
    // In the first slot of a minute every probe is due. No tick is at a fraction of a millisecond, and no other run at
    // this one: a result that is shared under the tick's name is not taken for this run's.
    const fraction = (now() % MINUTE_MS) / (2 * MINUTE_MS);
    const tickMs = Math.floor(now() / MINUTE_MS) * MINUTE_MS + fraction;
    const round = { tickMs, slotMs: MINUTE_MS / 2, now, sleep };
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
