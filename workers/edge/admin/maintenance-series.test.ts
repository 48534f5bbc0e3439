// What admins do with work that recurs.
import * as z from 'zod';
import { expect, test } from 'vitest';
import { explainSeries } from '../../../core/incidents/explain-series.ts';
import { ask, cookieOf, newKey, testEnv } from '../test-env.ts';

const PATH = '/api/v1/monitoring/maintenance-series';
const series = {
  title: 'Backup',
  text: 'Uploads pause.',
  services: ['s3-storage'],
  startsLocal: '2998-01-05T02:00:00',
  timeZone: 'Europe/Berlin',
  durationSec: 3_600,
  rrule: 'FREQ=WEEKLY;BYDAY=SU',
};
const Answer = z.object({
  message: z.string(),
  data: z.record(z.string(), z.unknown()).nullable(),
});
const MONITOR = {
  publish: async () => ({ seq: 1 }),
  checkSeries: async (given: unknown) => explainSeries(given),
};

async function send(method: string, path: string, body?: object, env = testEnv({ MONITOR })) {
  const headers = { ...newKey(), ...(await cookieOf()) };
  const response = await ask(PATH + path, { method, body, headers, env });
  return { status: response.status, ...Answer.parse(await response.json()) };
}

test('a series is created, is in the list, and is cancelled once', async () => {
  const made = await send('POST', '', series);
  expect(made).toMatchObject({ status: 201, data: { ...series, cancelledAt: null } });
  const id = String(made.data?.['id']);
  const { data } = await send('GET', '?limit=100');
  expect(data?.['items']).toContainEqual({ ...series, id, cancelledAt: null });
  const path = `/${id}/cancel`;
  const first = await send('POST', path, {});
  expect(first).toMatchObject({ status: 200, data: { cancelledAt: expect.any(String) } });
  const again = await send('POST', path, {});
  expect(again).toMatchObject({ status: 200, data: first.data });
});

test.each([
  ['a rule that is none', { rrule: 'FREQ=OFTEN' }, 'rrule'],
  ['work each hour', { rrule: 'FREQ=HOURLY' }, 'rrule'],
  ['a time zone that does not exist', { timeZone: 'Europe/Atlantis' }, 'rrule'],
  ['a start without a time', { startsLocal: '2998-01-05' }, 'startsLocal'],
  ['no duration', { durationSec: 0 }, 'durationSec'],
  ['no service', { services: [] }, 'services'],
])('%s is refused, and the field is named', async (_case, changes, field) => {
  const refused = await send('POST', '', { ...series, ...changes });
  expect(refused.status).toBe(400);
  expect(refused.message).toContain(field);
});

test('while nobody can check the rule nothing is saved', async () => {
  const away = { checkSeries: () => Promise.reject(new Error('away')) };
  const refused = await send('POST', '', series, testEnv({ MONITOR: away }));
  expect(refused.status).toBe(503);
});
