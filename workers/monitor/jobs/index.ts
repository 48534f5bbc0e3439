import { countDays } from './count-days.ts';
import type { Job } from './job.ts';
import { keepKeys } from './keep-keys.ts';
import { publishEpoch } from './publish-epoch.ts';
import { purgeOld } from './purge-old.ts';

/** Every job. */
export const jobs: readonly Job[] = [publishEpoch, countDays, keepKeys, purgeOld];
