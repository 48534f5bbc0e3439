import * as z from 'zod';
import { Ledger } from '../uptime/ledger.ts';
import { OpenRun } from '../uptime/run.ts';

/** What is remembered of a service from one tick to the next: plain JSON that does not grow with history. */
export const ServiceRecord = z.object({
  ledger: Ledger,
  /** The run of equal rounds that may still grow. */
  openRun: OpenRun,
  isUnstable: z.boolean(),
});
export type ServiceRecord = z.infer<typeof ServiceRecord>;
