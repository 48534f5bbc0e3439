import { expect, test } from 'vitest';
import { parsePeriod } from '../../../core/uptime/period.ts';
import { toPeriodUptime } from '../../../core/uptime/service-uptime.ts';
import { openDb } from '../../../db/client.ts';
import { addCorrection } from '../../../db/queries/corrections.ts';
import { commitWrite } from '../../../db/queries/write.ts';
import { createWindow } from '../../../db/queries/maintenance.ts';
import { fileDay } from '../../../test/file-day.ts';
import { findLedger } from '../../shared/find-ledger.ts';
import { readSettings } from '../settings.ts';
import { testEnv } from '../test-env.ts';
import { closeMonths } from './close-months.ts';
import { publishMonths } from './publish-months.ts';
import { publishUptime } from './publish-uptime.ts';

const SERVICE = 'months-test';
const MAY = Date.parse('2026-05-01');
const NOW = Date.parse('2026-11-24T12:00:00Z');
const db = openDb(testEnv().DATABASE_URL, AbortSignal.timeout(20_000));
const { settings } = readSettings(testEnv());
const context = { db, kv: testEnv().STATUS_KV, settings, untilMs: NOW, nowMs: NOW };

async function may(nowMs: number) {
  const period = parsePeriod('2026-05');
  if (period === null) throw new Error('Expected a month');
  const extract = await findLedger(context.kv, { period, nowMs });
  const service = extract?.services.find(({ serviceName }) => serviceName === SERVICE);
  return service ? toPeriodUptime(service, period, Date.parse(extract?.until ?? '')) : null;
}

test('a month that closed keeps its number; a correction is shown beside it; what is published comes back after it was lost', async () => {
  // A day up, an hour of it down.
  await fileDay(db, { serviceName: SERVICE, day: '2026-05-10', results: 'u720d120u2040' });
  // Half of that hour was announced the day before.
  await createWindow(
    db,
    { key: SERVICE, author: 'somebody', nowMs: Date.parse('2026-05-09') },
    {
      title: 'Moving',
      text: '',
      services: [SERVICE],
      startsAtMs: Date.parse('2026-05-10T06:30Z'),
      endsAtMs: Date.parse('2026-05-10T07:00Z'),
    },
  );

  await closeMonths.run(context);
  await publishUptime.run(context);
  const closed = await may(NOW);
  expect(closed).toMatchObject({
    closedAt: expect.any(String),
    corrected: null,
    measured: {
      uptime: 97.872,
      strict: 95.833,
      seconds: { major_outage: 1800, maintenance: 1800 },
    },
  });

  const correction = addCorrection({
    serviceName: SERVICE,
    from: '2026-05-10T06:00:00.000Z',
    to: '2026-05-10T06:30:00.000Z',
    state: 'operational',
    reason: 'The check was wrong',
    madeBy: 'somebody',
  });
  const actor = { kind: 'user', id: 'somebody' } as const;
  await commitWrite(db, correction, { actor, requestId: 'request', key: null });
  await context.kv.delete('ledger:v1:2026-05');
  await closeMonths.run(context);
  await publishMonths.run(context);
  const corrected = await may(NOW + 3_600_000);
  expect(corrected).toMatchObject({
    closedAt: closed?.closedAt,
    measured: closed?.measured,
    corrected: { uptime: 100, strict: 97.916 },
    corrections: [{ reason: 'The check was wrong' }],
  });

  // The newest extract lists the month long after its own time, with both numbers.
  await publishUptime.run(context);
  const newest = await findLedger(context.kv, { period: null, nowMs: NOW + 7_200_000 });
  const months = newest?.services.find(({ serviceName }) => serviceName === SERVICE)?.months;
  expect(months).toMatchObject([{ month: '2026-05', uptime: 97.872, corrected: 100 }]);
  expect(MAY).toBeLessThan(Date.parse(newest?.from ?? ''));
});
