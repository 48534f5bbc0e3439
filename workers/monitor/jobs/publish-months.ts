import { LEDGER_DAYS } from '../../../core/uptime/period.ts';
import { readClosedMonths } from '../../../db/queries/ledger.ts';
import { saveLedger } from '../../shared/ledger-store.ts';
import { extractMonth } from './extract-month.ts';
import type { Job } from './job.ts';

/** Every month that has closed and whose rounds are kept, published again: what is published may vanish. */
export const publishMonths: Job = {
  name: 'publish-months',
  everyMin: 1440,
  async run({ db, kv, untilMs }) {
    const sinceMs = untilMs - LEDGER_DAYS * 86_400_000;
    const months = await readClosedMonths(db, sinceMs);
    for (const month of months) {
      await saveLedger(kv, await extractMonth(db, month), month);
    }
  },
};
