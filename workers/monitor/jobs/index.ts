import { countDays } from './count-days.ts';
import type { Job } from './job.ts';
import { planMaintenance } from './plan-maintenance.ts';
import { purgeOld } from './purge-old.ts';

/** Every job. */
export const jobs: readonly Job[] = [countDays, planMaintenance, purgeOld];
