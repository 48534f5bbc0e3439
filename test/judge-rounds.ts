import { judgeServices, type Judged } from '../core/services/judge-services.ts';
import type { Round } from '../core/services/outcome.ts';

const rules = { intervalSec: 30, confirm: 2, recover: 2, unknownAfterMissed: 3 };

const before = () => ({ record: null, newest: null, results: [] });

/** Rounds as a tick stores them, each the first of its service: its state is what the round says. */
export function judgeRounds(rounds: readonly Round[]): Judged[] {
  return rounds.flatMap((round) => {
    const { serviceName, displayName, slotMs: tickMs } = round;
    return judgeServices([{ serviceName, displayName, rules }], {
      tickMs,
      rounds: [round],
      before,
    });
  });
}
