import type { LedgerEvidence } from '../../../core/uptime/build-extract.ts';
import type { Span } from '../../../core/uptime/uptime-input.ts';
import { readLedger } from '../../../db/queries/ledger.ts';
import { readMaintenance } from '../../../db/queries/maintenance.ts';
import type { JobContext } from './job.ts';

/** How the rounds of a service that is no longer watched become states. */
const DEFAULT_RULES = { confirm: 2, recover: 2, unknownAfterMissed: 3 };

/** All that the numbers of a time depend on. */
export async function readEvidence(
  { db, rules }: Pick<JobContext, 'db' | 'rules'>,
  span: Span,
): Promise<LedgerEvidence[]> {
  const [services, work] = await Promise.all([
    readLedger(db, span),
    readMaintenance(db, span.fromMs, span.toMs),
  ]);
  return services.map((service) => ({
    ...service,
    maintenance: work
      .filter(({ serviceName }) => serviceName === service.serviceName)
      .map(({ fromMs, toMs, announcedMs }) => ({
        from: new Date(fromMs).toISOString(),
        to: new Date(toMs).toISOString(),
        announcedAt: new Date(announcedMs).toISOString(),
      })),
    rules: rules.get(service.serviceName) ?? DEFAULT_RULES,
  }));
}
