import type { LedgerEvidence } from '../../../core/uptime/build-extract.ts';
import type { Span } from '../../../core/uptime/uptime-input.ts';
import { readLedger } from '../../../db/queries/ledger.ts';
import type { JobContext } from './job.ts';

/** How the rounds of a service that is no longer watched become states. */
const DEFAULT_RULES = { confirm: 2, recover: 2, unknownAfterMissed: 3 };

/** All that the numbers of a time depend on. */
export async function readEvidence(
  { db, rules }: Pick<JobContext, 'db' | 'rules'>,
  span: Span,
): Promise<LedgerEvidence[]> {
  const services = await readLedger(db, span);
  return services.map((service) => ({
    ...service,
    maintenance: [],
    rules: rules.get(service.serviceName) ?? DEFAULT_RULES,
  }));
}
