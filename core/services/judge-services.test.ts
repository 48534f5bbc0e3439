import { expect, test } from 'vitest';
import { judgeServices, type Judged } from './judge-services.ts';
import type { Round } from './outcome.ts';
import type { RoundResult } from './round-result.ts';

const rules = { intervalSec: 30, confirm: 2, recover: 2, unknownAfterMissed: 3 };
const service = { serviceName: 'redis', displayName: 'Redis', rules };
const at = (n: number) => n * 30_000;

/** Tick after tick with these results; `null` is a tick in which the service was not asked. */
function play(results: readonly (RoundResult | null)[]): Judged | undefined {
  let judged: Judged | undefined;
  const seen: RoundResult[] = [];
  results.forEach((result, n) => {
    const rounds = result === null ? [] : [roundAt(n, result)];
    const record = judged?.record ?? null;
    const before = () => ({ record, newest: record, results: seen });
    [judged] = judgeServices([service], { tickMs: at(n), rounds, before });
    if (result !== null) seen.push(result);
  });
  return judged;
}

function roundAt(n: number, result: RoundResult): Round {
  const { serviceName, displayName } = service;
  const nothing = { latencyMs: null, reason: null, metadata: null };
  return { serviceName, displayName, slotMs: at(n), checkedAtMs: at(n), result, ...nothing };
}

test.each<[string, (RoundResult | null)[], string]>([
  ['nothing is known of a service that was never asked', [null], 'UNKNOWN'],
  ['the first round counts at once', ['up'], 'UP'],
  ['one failed round is a blip', ['up', 'down'], 'UP'],
  ['two are an outage', ['up', 'down', 'down'], 'DOWN'],
  ['one good round does not end it', ['up', 'down', 'down', 'up'], 'DOWN'],
  ['two do', ['up', 'down', 'down', 'up', 'up'], 'UP'],
  ['two rounds without an answer are bridged', ['up', 'none', 'none'], 'UP'],
  ['three are unknown', ['up', 'none', 'none', 'none'], 'UNKNOWN'],
  [
    'a service that is not asked any more becomes unknown',
    ['up', null, null, null, null],
    'UNKNOWN',
  ],
])('%s', (_rule, results, status) => {
  expect(play(results)?.status).toBe(status);
});

test('a service that goes up and down all the time is marked unstable', () => {
  expect(play(['up', 'down', 'up', 'down', 'up', 'down', 'up'])?.record?.isUnstable).toBe(true);
});
