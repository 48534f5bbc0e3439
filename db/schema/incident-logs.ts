import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Incidents: see core/incidents/incident.ts. */
export const incidentLogs = pgTable(
  'incident_logs',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
    deletedAt: timestamp('deleted_at', { withTimezone: true }),
    /** Grows by one with each change: who writes names the one that was seen. */
    revision: integer('revision').notNull().default(1),
    /** The same key again is the same incident; of the monitor, the outage that it is about. */
    key: text('key').notNull().unique(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    severity: text('severity').notNull(),
    status: text('status').notNull(),
    servicesAffected: jsonb('services_affected').notNull(),
    origin: text('origin').notNull(),
    evidence: jsonb('evidence').notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull().defaultNow(),
    detectedAt: timestamp('detected_at', { withTimezone: true }),
    acknowledgedAt: timestamp('acknowledged_at', { withTimezone: true }),
    acknowledgedBy: text('acknowledged_by'),
    /** The first public word; null while it is a draft. */
    publishedAt: timestamp('published_at', { withTimezone: true }),
    mitigatedAt: timestamp('mitigated_at', { withTimezone: true }),
    resolvedAt: timestamp('resolved_at', { withTimezone: true }),
    publishBy: timestamp('publish_by', { withTimezone: true }),
    takenOverAt: timestamp('taken_over_at', { withTimezone: true }),
    nextUpdateBy: timestamp('next_update_by', { withTimezone: true }),
    postmortemUrl: text('postmortem_url'),
  },
  (table) => [
    index('incident_logs_severity').on(table.severity),
    index('incident_logs_status').on(table.status),
    index('incident_logs_started_at').on(table.startedAt),
    check('incident_logs_severity_known', sql`${table.severity} IN ('P1', 'P2', 'P3', 'P4')`),
    check(
      'incident_logs_status_known',
      sql`${table.status} IN ('INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED')`,
    ),
    check('incident_logs_origin_known', sql`${table.origin} IN ('person', 'monitor')`),
    check(
      'incident_logs_resolved_when',
      sql`(${table.status} = 'RESOLVED') = (${table.resolvedAt} IS NOT NULL)`,
    ),
    check('incident_logs_postmortem_https', sql`${table.postmortemUrl} LIKE 'https://%'`),
  ],
);
