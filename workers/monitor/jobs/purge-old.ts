import { purgeOld as purgeBatch } from '../../../db/queries/purge.ts';
import type { Job } from './job.ts';

/** What has outlived its term, a batch at a time. */
export const purgeOld: Job = {
  name: 'purge-old',
  everyMin: 60,
  async run({ db, untilMs }) {
    const purged = await purgeBatch(db, untilMs);
    if (purged > 0) console.log(`Purged ${purged} rows that have outlived their term`);
  },
};
