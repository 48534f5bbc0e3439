import { countDays } from './count-days.ts';
import type { Job } from './job.ts';
import { purgeOld } from './purge-old.ts';

/** Every job. */
export const jobs: readonly Job[] = [countDays, purgeOld];
