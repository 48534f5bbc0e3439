import * as z from 'zod';
import { ServiceRecord } from '../services/service-record.ts';
import { ServiceStatus } from '../services/status.ts';
import { Banner } from './banner.ts';
import { DayBars } from './day-bars.ts';
import { IncidentSnapshot } from './incident-snapshot.ts';
import { MaintenanceSnapshot } from './maintenance-snapshot.ts';
import { Mark } from './mark.ts';
import { RecentBars } from './recent-bars.ts';

/** One service as visitors may see it. Latency in milliseconds; uptime, coverage and checkRatio in percent. */
export const ServiceSnapshot = z.object({
  serviceName: z.string(),
  displayName: z.string(),
  status: ServiceStatus,
  latency: z.number().nullable(),
  lastCheckedAt: z.iso.datetime().nullable(),
  /** Null until enough was measured to say. */
  uptimePercentage: z.number().nullable(),
  coverage: z.number().nullable(),
  checkRatio: z.number().nullable(),
  /** Null until there is a ledger to read them from. */
  days: DayBars.nullable().default(null),
  /** Its state changes so often that one round says little. */
  isUnstable: z.boolean().default(false),
  recent: RecentBars,
  /** What a tick goes on from that cannot read the database. */
  record: ServiceRecord.nullable().default(null),
});
export type ServiceSnapshot = z.infer<typeof ServiceSnapshot>;

/**
 * What is published: the page and every public answer are pure functions of it. `seq` only grows. Data older than
 * `staleAfterSec` must be shown as old. `recent.from` is the start of the first bar of every service.
 */
export const Snapshot = z.object({
  v: z.literal(1),
  seq: z.number(),
  generatedAt: z.iso.datetime(),
  staleAfterSec: z.number().positive(),
  product: z.object({ name: z.string(), url: z.string().nullable() }),
  watchingSince: z.iso.datetime(),
  /** How often each service is checked. */
  checkEverySec: z.number().positive(),
  overall: ServiceStatus,
  recent: z.object({ from: z.iso.datetime(), barSec: z.number().positive() }),
  services: z.array(ServiceSnapshot),
  /** Open incidents, the newest first, then those of the last 90 days that are resolved. */
  incidents: z.array(IncidentSnapshot).default([]),
  history: z.array(IncidentSnapshot).default([]),
  /** How many are resolved in these 90 days; the snapshot has the newest of them. */
  historyCount: z.number().default(0),
  /** What is under way, then what is to come, the next one first. */
  maintenance: z.array(MaintenanceSnapshot).default([]),
  /** A word from the people on duty, above everything else. */
  banner: Banner.nullable().default(null),
  /** What people said and what is measured do not agree. */
  marks: z.array(Mark).default([]),
  /** Which version of people's words this is. */
  wordsRevision: z.number().default(0),
});
export type Snapshot = z.infer<typeof Snapshot>;
