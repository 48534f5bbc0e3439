// What admins are warned of: here a promise and a length; `core/services/find-contradictions.test.ts` has them all.
import * as z from 'zod';
import { expect, inject, test } from 'vitest';
import { openDb } from '../../../db/client.ts';
import { createIncident } from '../../../db/queries/create-incident.ts';
import { addUpdate, resolveIncident } from '../../../db/queries/incident-changes.ts';
import { writeIncident } from '../../../db/queries/write-incident.ts';
import { ask, cookieOf } from '../test-env.ts';

const db = () => openDb(inject('backing').env['DATABASE_URL'] ?? '', AbortSignal.timeout(10_000));
const actOf = (id: string, revision: number) => {
  return { id, revision, key: crypto.randomUUID(), author: 'ada', nowMs: Date.now() };
};

async function open(changes: object) {
  const given = {
    title: 'Payments fail',
    description: 'Cards are refused.',
    severity: 'P2' as const,
    services: [],
    startedAtMs: Date.now(),
    isDraft: false,
    ...changes,
  };
  const { incident } = await createIncident(db(), actOf('', 0), given);
  return incident.id;
}

const Answer = z.object({
  data: z.object({ items: z.array(z.object({ kind: z.string(), about: z.string().nullable() })) }),
});

async function warnedOf(id: string) {
  const response = await ask('/api/v1/monitoring/warnings', { headers: await cookieOf() });
  expect(response.status).toBe(200);
  const { items } = Answer.parse(await response.json()).data;
  return items.filter(({ about }) => about === id).map(({ kind }) => kind);
}

test('an incident that is open for years is warned of until it is resolved', async () => {
  const id = await open({ startedAtMs: Date.UTC(2020, 0) });
  expect(await warnedOf(id)).toEqual(['long-incident']);
  await writeIncident(db(), actOf(id, 1), resolveIncident('Over.'));
  expect(await warnedOf(id)).toEqual([]);
});

test('a word that was promised and did not come is warned of until it comes', async () => {
  const id = await open({});
  expect(await warnedOf(id)).toEqual([]);
  const word = { text: 'Soon more.', status: null, components: [] };
  const late = addUpdate({ ...word, nextUpdateByMs: Date.now() - 1_000 });
  await writeIncident(db(), actOf(id, 1), late);
  expect(await warnedOf(id)).toEqual(['late-update']);
  await writeIncident(db(), actOf(id, 2), addUpdate({ ...word, nextUpdateByMs: null }));
  expect(await warnedOf(id)).toEqual([]);
});

test('a draft says nothing to visitors, so nobody is warned of it', async () => {
  expect(await warnedOf(await open({ startedAtMs: 0, isDraft: true }))).toEqual([]);
});
