import { auditPeriod } from '../../../core/uptime/audit-period.ts';
import { buildExtract } from '../../../core/uptime/build-extract.ts';
import type { LedgerService } from '../../../core/uptime/ledger-extract.ts';
import { firstDayMs, monthStartMs } from '../../../core/uptime/period.ts';
import { toHistory } from '../../../core/uptime/service-history.ts';
import { countDays, saveHistories } from '../../../db/queries/history.ts';
import { saveLedger } from '../../shared/ledger-store.ts';
import { correctOldMonths } from './correct-old-months.ts';
import type { Job } from './job.ts';
import { readEvidence } from './read-evidence.ts';

/** The days, the numbers of the last 90 of them, and the rounds behind those numbers for whoever recomputes them. */
export const publishUptime: Job = {
  name: 'publish-uptime',
  everyMin: 10,
  onChange: true,
  async run({ db, kv, untilMs }) {
    await countDays(db, untilMs);
    const span = { fromMs: monthStartMs(firstDayMs(untilMs)), toMs: untilMs };
    const extract = buildExtract(await readEvidence(db, span), span);
    const histories = extract.services.map((service) => ({
      serviceName: service.serviceName,
      history: recentHistory(service, untilMs),
    }));
    await saveHistories(db, histories);
    await saveLedger(kv, await correctOldMonths(db, extract));
  },
};

function recentHistory(service: LedgerService, untilMs: number) {
  const window = { fromMs: firstDayMs(untilMs), toMs: untilMs };
  const { measured, corrected } = auditPeriod(service, window);
  return toHistory(corrected?.uptime ?? measured, window);
}
