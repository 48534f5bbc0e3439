import { passMissing } from '../uptime/pass-missing.ts';
import type { Rules } from '../uptime/rules.ts';
import { advanceService, type ServiceStep } from './advance-service.ts';
import { isUnstable } from './is-unstable.ts';
import type { Round } from './outcome.ts';
import type { RoundResult } from './round-result.ts';
import type { ServiceRecord } from './service-record.ts';
import { toStatus, type ServiceStatus } from './status.ts';

export type WatchedService = { serviceName: string; displayName: string; rules: Rules };

/** A service after a tick. Without a round in it there is nothing new to store. */
export type Judged = {
  service: WatchedService;
  status: ServiceStatus;
  record: ServiceRecord | null;
  news: { round: Round; step: ServiceStep } | null;
};

type Evidence = {
  tickMs: number;
  rounds: readonly Round[];
  /** What was remembered of a service, and the results of its last rounds, newest last. */
  before: (serviceName: string) => {
    record: ServiceRecord | null;
    newest: ServiceRecord | null;
    results: readonly RoundResult[];
  };
};

/** The verdict on each service: what its ledger says after the rounds of this tick, and without one by now. */
export function judgeServices(services: readonly WatchedService[], evidence: Evidence): Judged[] {
  return services.map((service) => {
    const round = evidence.rounds.find(({ serviceName }) => serviceName === service.serviceName);
    return round ? judgeRound(service, round, evidence) : judgeWithout(service, evidence);
  });
}

function judgeRound(service: WatchedService, round: Round, { before }: Evidence): Judged {
  const { record: known, results } = before(service.serviceName);
  const step = advanceService(known, round, service.rules);
  const unstable = isUnstable([...results, round.result], known?.isUnstable ?? false);
  const record = { ...step.record, isUnstable: unstable };
  return { service, status: toStatus(step.record.ledger.state), record, news: { round, step } };
}

function judgeWithout(service: WatchedService, { before, tickMs }: Evidence): Judged {
  const { newest: record } = before(service.serviceName);
  if (record === null) return { service, status: 'UNKNOWN', record, news: null };
  const { ledger } = passMissing(record.ledger, tickMs, service.rules);
  return { service, status: toStatus(ledger.state), record, news: null };
}
