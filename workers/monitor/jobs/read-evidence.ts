import type { LedgerEvidence } from '../../../core/uptime/build-extract.ts';
import type { Span } from '../../../core/uptime/uptime-input.ts';
import type { Db } from '../../../db/client.ts';
import { readLedger } from '../../../db/queries/ledger.ts';
import { readMaintenance } from '../../../db/queries/maintenance.ts';
import { decisionRules } from '../probes/decision-rules.ts';

/** All that the numbers of a time depend on. */
export async function readEvidence(db: Db, span: Span): Promise<LedgerEvidence[]> {
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
    rules: decisionRules(service.serviceName),
  }));
}
