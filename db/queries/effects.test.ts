import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeEachDatabase, type Database } from '../../test/databases.ts';
import { openDb } from '../client.ts';
import { createEffect, findCreated } from './create-incident.ts';
import type { Effect } from './write.ts';
import { acknowledgeIncident, resolveIncident } from './incident-changes.ts';
import { cancelWindow, completeWindow, createWindowEffect } from './maintenance.ts';
import { explainIncident, incidentEffect } from './write-incident.ts';
import { cancelSeriesEffect, createSeriesEffect } from './write-series.ts';
import { explainWindow, windowEffect } from './write-window.ts';

const NOW = Date.UTC(2026, 10, 24, 14);
const by = { key: 'key', author: 'ada', nowMs: NOW };
const incident = {
  title: 'Payments fail',
  description: 'Cards are refused.',
  severity: 'P2',
  services: ['stripe-api'],
  startedAtMs: NOW,
  isDraft: false,
} as const;
const work = {
  title: 'Upgrade',
  text: 'Words',
  services: ['redis'],
  startsAtMs: NOW + 1,
  endsAtMs: NOW + 2,
};
const series = {
  title: 'Backup',
  text: 'Words',
  services: ['redis'],
  startsLocal: '2026-03-15T02:30:00',
  timeZone: 'UTC',
  durationSec: 60,
  rrule: 'FREQ=WEEKLY',
};

// What admin routes store together with an entry of the audit log.
describeEachDatabase('effects', (start) => {
  let database: Database;
  beforeAll(async () => {
    database = await start();
  }, 30_000);
  afterAll(() => database.stop());
  beforeEach(() =>
    db().execute(
      sql`TRUNCATE incident_updates, incident_logs, maintenance_windows, maintenance_series`,
    ),
  );

  const db = () => openDb(database.url, AbortSignal.timeout(10_000));

  /** The row of an effect, or null when nothing was changed. */
  async function make({ action, parts }: Effect) {
    const { rows } = await db().execute(
      sql`WITH ${parts} SELECT subject, before, after, version FROM effect`,
    );
    return rows[0] === undefined
      ? null
      : { action, ...rows[0], subject: String(rows[0]['subject']) };
  }

  test('of an incident: created once per key, changed from what it was to what it is', async () => {
    const created = await make(createEffect(by, incident));
    const id = created?.subject ?? '';
    expect(created).toMatchObject({
      action: 'incident.create',
      before: null,
      after: {
        id,
        title: 'Payments fail',
        status: 'INVESTIGATING',
        revision: 1,
        startedAt: new Date(NOW).toISOString(),
      },
      version: 1,
    });
    expect(await make(createEffect(by, incident))).toBeNull();
    expect(await findCreated(db(), 'key')).toMatchObject({ incident: { id } });
    const act = { ...by, key: 'end', id, revision: 1 };
    expect(await make(incidentEffect(act, resolveIncident('Over.')))).toMatchObject({
      action: 'incident.update',
      subject: id,
      before: { status: 'INVESTIGATING', resolvedAt: null },
      after: { status: 'RESOLVED', resolvedAt: expect.any(String) },
      version: 2,
    });
    expect(JSON.stringify(created)).not.toContain('Cards are refused');
  });

  test('of an incident that somebody else has changed there is none, and it is said why', async () => {
    const { subject: id = '' } = (await make(createEffect(by, incident))) ?? {};
    await make(incidentEffect({ ...by, key: 'first', id, revision: 1 }, acknowledgeIncident()));
    const late = { ...by, key: 'late', id, revision: 1 };
    expect(await make(incidentEffect(late, resolveIncident('Over.')))).toBeNull();
    expect(await explainIncident(db(), late, resolveIncident('Over.'))).toMatchObject({
      kind: 'conflict',
      incident: { revision: 2 },
    });
    expect(await explainIncident(db(), late, acknowledgeIncident())).toMatchObject({
      kind: 'unchanged',
    });
  });

  test('of work: announced, cancelled, and not completed after that', async () => {
    const announced = await make(createWindowEffect(by, work));
    const act = { id: announced?.subject ?? '', revision: 1, nowMs: NOW };
    expect(announced).toMatchObject({ action: 'maintenance.announce', version: 1 });
    expect(await make(windowEffect(act, cancelWindow()))).toMatchObject({
      action: 'maintenance.cancel',
      before: { cancelledAt: null },
      after: { cancelledAt: new Date(NOW).toISOString() },
      version: 2,
    });
    const again = { ...act, revision: 2 };
    expect(await make(windowEffect(again, completeWindow()))).toBeNull();
    expect(await explainWindow(db(), again, completeWindow())).toMatchObject({ kind: 'refused' });
  });

  test('of a series: created once per key, and ended once', async () => {
    const created = await make(createSeriesEffect(by, series));
    expect(created).toMatchObject({
      action: 'maintenance.create-series',
      after: { title: 'Backup' },
    });
    expect(await make(createSeriesEffect(by, series))).toBeNull();
    const end = { id: created?.subject ?? '', nowMs: NOW };
    expect(await make(cancelSeriesEffect(end))).toMatchObject({
      action: 'maintenance.cancel-series',
      after: { cancelledAt: expect.any(String) },
    });
    expect(await make(cancelSeriesEffect(end))).toBeNull();
  });
});
