import { closeMonths as close, readUnclosedMonths } from '../../../db/queries/ledger.ts';
import { saveLedger } from '../../shared/ledger-store.ts';
import { extractMonth } from './extract-month.ts';
import type { Job } from './job.ts';

/** A month closes when its last day is counted for the last time: no round of it can come any more. */
const SETTLED_MS = 2 * 86_400_000;

/** The numbers of months that are over, kept as they are now; what is published of them stays for 400 days. */
export const closeMonths: Job = {
  name: 'close-months',
  everyMin: 60,
  async run({ db, kv, untilMs }) {
    const names = await readUnclosedMonths(db, untilMs - SETTLED_MS);
    for (const name of names) {
      const { services } = await extractMonth(db, name);
      const measured = services.flatMap(({ serviceName, months }) =>
        months
          .filter(({ month, closedAt }) => month === name && closedAt === null)
          .map((numbers) => ({ ...numbers, serviceName })),
      );
      await close(db, measured);
      await saveLedger(kv, await extractMonth(db, name), name);
    }
  },
};
