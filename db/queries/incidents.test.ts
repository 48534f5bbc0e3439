import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeEachDatabase, type Database } from '../../test/databases.ts';
import { openDb } from '../client.ts';
import { createIncident, type NewIncident } from './create-incident.ts';
import {
  acknowledgeIncident,
  addUpdate,
  dismissIncident,
  editUpdate,
  holdIncident,
  publishIncident,
  reopenIncident,
  resolveIncident,
  retractUpdate,
  setPostmortem,
} from './incident-changes.ts';
import { listIncidents, readIncident } from './incidents.ts';
import { incidentEffect, writeIncident, type Act, type WriteEnd } from './write-incident.ts';

const NOW = Date.UTC(2026, 10, 24, 14, 5, 0, 123);
const HOSTILE = `<script>alert(1)</script> '; DROP TABLE incident_logs; -- \\ "$1" 😀 \u202Eabc`;

describeEachDatabase('incidents', (start) => {
  let database: Database;
  beforeAll(async () => {
    database = await start();
  }, 30_000);
  afterAll(() => database.stop());
  beforeEach(() => db().execute(sql`TRUNCATE incident_updates, incident_logs`));

  function db() {
    return openDb(database.url, AbortSignal.timeout(10_000));
  }

  let count = 0;
  function create(changes: Partial<NewIncident> = {}, key = `create-${(count += 1)}`) {
    const incident = {
      title: 'Payments fail',
      description: 'Cards are refused.',
      severity: 'P2',
      services: ['stripe-api'],
      startedAtMs: NOW - 300_000,
      isDraft: false,
      ...changes,
    } as const;
    return createIncident(db(), { key, author: 'ada', nowMs: NOW }, incident);
  }

  function act(id: string, revision: number, changes: Partial<Act> = {}): Act {
    const key = `act-${(count += 1)}`;
    return { id, revision, key, author: 'ada', nowMs: NOW + 1_000 * revision, ...changes };
  }

  const word = (text: string) =>
    ({ text, status: null, components: [], nextUpdateByMs: null }) as const;

  const stateOf = (end: WriteEnd) =>
    end.kind === 'missing' ? end.kind : [end.kind, end.incident.status, end.incident.revision];

  test('a new incident is public at once, and its description is its first update', async () => {
    const { incident, timeline, isRepeat } = await create({ description: HOSTILE });
    expect(isRepeat).toBe(false);
    expect(incident).toMatchObject({
      status: 'INVESTIGATING',
      revision: 1,
      services: ['stripe-api'],
      origin: 'person',
      startedAtMs: NOW - 300_000,
      detectedAtMs: NOW,
      publishedAtMs: NOW,
    });
    expect(timeline).toMatchObject([
      { kind: 'update', text: HOSTILE, author: 'ada', atMs: NOW, status: 'INVESTIGATING' },
    ]);
    expect(await readIncident(db(), incident.id)).toMatchObject({ incident, timeline });
  });

  test('the same key twice is one incident', async () => {
    const first = await create({}, 'double-click');
    const second = await create({ title: 'Another' }, 'double-click');
    expect(second).toMatchObject({ isRepeat: true, incident: first.incident });
    expect(second.timeline).toHaveLength(1);
    expect(await listIncidents(db(), { page: 1, limit: 10 })).toMatchObject({ total: 1 });
  });

  test('an update moves the status, says the state of each service, and promises the next', async () => {
    const { incident } = await create();
    const components = [{ service: 'stripe-api', state: 'partial_outage' }] as const;
    const end = await writeIncident(
      db(),
      act(incident.id, 1),
      addUpdate({
        text: 'A key ran out.',
        status: 'MONITORING',
        components,
        nextUpdateByMs: NOW + 900_000,
      }),
    );
    expect(end).toMatchObject({
      kind: 'done',
      incident: {
        status: 'MONITORING',
        revision: 2,
        mitigatedAtMs: NOW + 1_000,
        nextUpdateByMs: NOW + 900_000,
        takenOverAtMs: NOW,
      },
      timeline: [{}, { text: 'A key ran out.', status: 'MONITORING', components }],
    });
  });

  test('the same key again is the same update, though the revision is old', async () => {
    const { incident } = await create();
    const same = act(incident.id, 1, { key: 'retry' });
    await writeIncident(db(), same, addUpdate(word('Once')));
    const again = await writeIncident(db(), same, addUpdate(word('Once')));
    expect(stateOf(again)).toEqual(['done', 'INVESTIGATING', 2]);
    expect(again).toMatchObject({ timeline: [{}, { text: 'Once' }] });
  });

  test('who comes second is told what stands now, and nothing of theirs is stored', async () => {
    const { incident } = await create();
    await writeIncident(db(), act(incident.id, 1), addUpdate(word('First')));
    const late = await writeIncident(
      db(),
      act(incident.id, 1, { author: 'bob' }),
      addUpdate(word('Second')),
    );
    expect(stateOf(late)).toEqual(['conflict', 'INVESTIGATING', 2]);
    expect(late).toMatchObject({ timeline: [{}, { text: 'First' }] });
    expect(late).not.toMatchObject({ timeline: [{}, {}, {}] });
  });

  test('resolved twice changes nothing, and only reopening leads back', async () => {
    const { incident } = await create();
    const { id } = incident;
    expect(stateOf(await writeIncident(db(), act(id, 1), resolveIncident('Over.')))).toEqual([
      'done',
      'RESOLVED',
      2,
    ]);
    const again = await writeIncident(db(), act(id, 2), resolveIncident('Over.'));
    expect(stateOf(again)).toEqual(['unchanged', 'RESOLVED', 2]);
    const back = { ...word('Not over'), status: 'INVESTIGATING' } as const;
    expect(stateOf(await writeIncident(db(), act(id, 2), addUpdate(back)))).toEqual([
      'refused',
      'RESOLVED',
      2,
    ]);
    expect(stateOf(await writeIncident(db(), act(id, 2), addUpdate(word('Thanks'))))).toEqual([
      'done',
      'RESOLVED',
      3,
    ]);
    const reopened = await writeIncident(db(), act(id, 3), reopenIncident('It is back.'));
    expect(stateOf(reopened)).toEqual(['done', 'INVESTIGATING', 4]);
    expect(reopened).toMatchObject({ incident: { resolvedAtMs: null, mitigatedAtMs: null } });
    expect(stateOf(await writeIncident(db(), act(id, 4), reopenIncident('Again')))).toEqual([
      'refused',
      'INVESTIGATING',
      4,
    ]);
  });

  test('an update is worded anew and taken back, each with a mark, and its first wording is kept', async () => {
    const { incident, timeline } = await create();
    const updateId = timeline[0]?.id ?? '';
    const edit = { updateId, text: 'Some cards are refused.' };
    expect(await writeIncident(db(), act(incident.id, 1), editUpdate(edit))).toMatchObject({
      kind: 'done',
      timeline: [{ text: edit.text, editedAtMs: NOW + 1_000, author: 'ada' }],
    });
    const retract = { updateId, reason: 'It was another shop' };
    expect(await writeIncident(db(), act(incident.id, 2), retractUpdate(retract))).toMatchObject({
      kind: 'done',
      timeline: [{ text: '', retractedAtMs: NOW + 2_000 }],
    });
    expect(stateOf(await writeIncident(db(), act(incident.id, 3), retractUpdate(retract)))).toEqual(
      ['unchanged', 'INVESTIGATING', 3],
    );
    expect(stateOf(await writeIncident(db(), act(incident.id, 3), editUpdate(edit)))).toEqual([
      'refused',
      'INVESTIGATING',
      3,
    ]);
    const { rows } = await db().execute(sql`SELECT text FROM incident_updates ORDER BY seq`);
    expect(rows.map(({ text }) => text)).toEqual(['Cards are refused.', edit.text, retract.reason]);
  });

  test.each(['not-an-id', '00000000-0000-4000-8000-000000000000'])(
    'an update %s that does not exist is not worded anew',
    async (updateId) => {
      const { incident } = await create();
      const end = await writeIncident(
        db(),
        act(incident.id, 1),
        editUpdate({ updateId, text: 'New' }),
      );
      expect(stateOf(end)).toEqual(['refused', 'INVESTIGATING', 1]);
    },
  );

  test('the first who acknowledges is named, whoever comes later', async () => {
    const { incident } = await create();
    await writeIncident(db(), act(incident.id, 1, { author: 'bob' }), acknowledgeIncident());
    const second = await writeIncident(db(), act(incident.id, 1), acknowledgeIncident());
    expect(stateOf(second)).toEqual(['unchanged', 'INVESTIGATING', 2]);
    expect(second).toMatchObject({ incident: { acknowledgedBy: 'bob' } });
  });

  test('a draft is public when a person publishes it or says a word, and not before', async () => {
    const [one, two] = [await create({ isDraft: true }), await create({ isDraft: true })];
    expect(one.incident.publishedAtMs).toBeNull();
    expect(await writeIncident(db(), act(one.incident.id, 1), publishIncident())).toMatchObject({
      kind: 'done',
      incident: { publishedAtMs: NOW + 1_000 },
    });
    expect(stateOf(await writeIncident(db(), act(one.incident.id, 2), publishIncident()))).toEqual([
      'unchanged',
      'INVESTIGATING',
      2,
    ]);
    expect(
      await writeIncident(db(), act(two.incident.id, 1), addUpdate(word('Hello'))),
    ).toMatchObject({
      incident: { publishedAtMs: NOW + 1_000 },
    });
  });

  test('a draft is held or dismissed with a reason that only admins read; what is public is not', async () => {
    const draft = await create({ isDraft: true });
    const { id } = draft.incident;
    const held = await writeIncident(db(), act(id, 1), holdIncident('a drill'));
    expect(held).toMatchObject({ timeline: [{}, { kind: 'note', text: 'Held back: a drill' }] });
    const dismissed = await writeIncident(db(), act(id, 2), dismissIncident('a drill'));
    expect(dismissed).toMatchObject({ incident: { status: 'RESOLVED', publishedAtMs: null } });
    const shown = await create();
    expect(
      stateOf(await writeIncident(db(), act(shown.incident.id, 1), dismissIncident('no'))),
    ).toEqual(['refused', 'INVESTIGATING', 1]);
  });

  test('a postmortem is set, again without a change, and taken away', async () => {
    const { incident } = await create();
    const url = 'https://wiki.example/7';
    expect(stateOf(await writeIncident(db(), act(incident.id, 1), setPostmortem(url)))).toEqual([
      'done',
      'INVESTIGATING',
      2,
    ]);
    expect(stateOf(await writeIncident(db(), act(incident.id, 2), setPostmortem(url)))).toEqual([
      'unchanged',
      'INVESTIGATING',
      2,
    ]);
    expect(await writeIncident(db(), act(incident.id, 2), setPostmortem(null))).toMatchObject({
      incident: { postmortemUrl: null },
    });
  });

  test.each(['nothing', '00000000-0000-4000-8000-000000000000'])(
    '%s is no incident',
    async (id) => {
      expect(await readIncident(db(), id)).toBeNull();
      expect(await writeIncident(db(), act(id, 1), addUpdate(word('Hello')))).toEqual({
        kind: 'missing',
      });
    },
  );

  test.each(['cut', '500', 'refuse'] as const)(
    'a write whose answer does not come (%s) and is sent again is one write',
    async (fault) => {
      const { incident } = await create();
      const same = act(incident.id, 1, { key: 'unclear' });
      await database.setFault(fault);
      const failed = await Promise.allSettled([
        writeIncident(db(), same, addUpdate(word('Once'))),
        create({ title: 'Other' }, 'unclear-create'),
      ]);
      await database.setFault('ok');
      expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      await create({ title: 'Other' }, 'unclear-create');
      expect(await writeIncident(db(), same, addUpdate(word('Once')))).toMatchObject({
        kind: 'done',
        incident: { revision: 2 },
        timeline: [{}, { text: 'Once' }],
      });
      expect(await listIncidents(db(), { page: 1, limit: 10 })).toMatchObject({ total: 2 });
    },
  );

  test('what is stored beside a change knows it before and after, and is stored with it or not at all', async () => {
    const { incident } = await create();
    const audit = async (text: string) => {
      const { action, parts } = incidentEffect(act(incident.id, 1), addUpdate(word(text)));
      await db().execute(sql`WITH ${parts}, noted AS (
          INSERT INTO incident_logs (key, title, description, severity, status, services_affected, origin,
            evidence)
          SELECT ${action} || version, before->>'revision', after->>'id', 'P4', 'INVESTIGATING', '[]', 'person',
            '[]' FROM effect)
        SELECT after AS data, version FROM effect`);
    };
    await audit('Stored');
    await audit('Lost');
    const { rows } = await db().execute(
      sql`SELECT key, title, description FROM incident_logs WHERE severity = 'P4'`,
    );
    expect(rows).toEqual([{ key: 'incident.update2', title: '1', description: incident.id }]);
  });

  test('the list is filtered, paged and newest first', async () => {
    for (const [index, severity] of (['P1', 'P2', 'P1'] as const).entries()) {
      await create({ severity, title: `Nr ${index}`, startedAtMs: NOW + index });
    }
    const titles = async (filter: object) => {
      const { items, total } = await listIncidents(db(), { page: 1, limit: 10, ...filter });
      return [total, items.map(({ incident }) => incident.title)];
    };
    expect(await titles({})).toEqual([3, ['Nr 2', 'Nr 1', 'Nr 0']]);
    expect(await titles({ severity: 'P1' })).toEqual([2, ['Nr 2', 'Nr 0']]);
    expect(await titles({ status: 'RESOLVED' })).toEqual([0, []]);
    expect(await titles({ page: 2, limit: 2 })).toEqual([3, ['Nr 0']]);
    expect(await titles({ page: 9 })).toEqual([3, []]);
  });
});
