import { readEpoch } from '../../../db/queries/sessions.ts';
import { loadEpoch, saveEpoch } from '../../shared/session/epoch-store.ts';
import type { Job } from './job.ts';

/** A copy of the sessions' epoch, by which the edge knows ended sessions while the database is away. */
export const publishEpoch: Job = {
  name: 'publish-epoch',
  everyMin: 0,
  async run({ db, kv }) {
    const epoch = await readEpoch(db);
    if (epoch !== (await loadEpoch(kv))) await saveEpoch(kv, epoch);
  },
};
