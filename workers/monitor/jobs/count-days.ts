import { summarizeDays } from '../../../core/uptime/service-history.ts';
import {
  countDays as countInLedger,
  readDays,
  saveHistories,
} from '../../../db/queries/history.ts';
import type { Job } from './job.ts';

const DAY_MS = 86_400_000;

/** Days, and the numbers of 90 of them, from the ledger. */
export const countDays: Job = {
  name: 'count-days',
  everyMin: 10,
  onChange: true,
  async run({ db, untilMs }) {
    await countInLedger(db, untilMs);
    const counted = await readDays(db, untilMs);
    const today = Math.floor(untilMs / DAY_MS);
    const histories = counted.map(({ serviceName, counts, troubles, older }) => ({
      serviceName,
      history: summarizeDays(counts, { troubles, older }, today),
    }));
    await saveHistories(db, histories);
  },
};
