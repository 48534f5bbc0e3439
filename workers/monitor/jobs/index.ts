import { closeMonths } from './close-months.ts';
import type { Job } from './job.ts';
import { keepKeys } from './keep-keys.ts';
import { planMaintenance } from './plan-maintenance.ts';
import { publishEpoch } from './publish-epoch.ts';
import { publishMonths } from './publish-months.ts';
import { publishUptime } from './publish-uptime.ts';
import { purgeOld } from './purge-old.ts';

/** Every job. */
export const jobs: readonly Job[] = [
  publishEpoch,
  publishUptime,
  closeMonths,
  publishMonths,
  planMaintenance,
  keepKeys,
  purgeOld,
];
