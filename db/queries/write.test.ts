import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeEachDatabase, type Database } from '../../test/databases.ts';
import { asRole } from '../as-role.ts';
import { openDb } from '../client.ts';
import { ROLES } from '../grants.ts';
import { isDbAway } from '../is-db-away.ts';
import { createToken, findToken, listTokens, renameToken, revokeToken } from './access-tokens.ts';
import { findBreakGlass, listAudit } from './audit.ts';
import { endAllSessions, readStanding, recordLateStart, startSession } from './sessions.ts';
import { commitWrite, type Effect, type WriteRecord } from './write.ts';

const DIGEST = '0'.repeat(64);
const actor = { kind: 'user', id: 'u-1' } as const;

let last = 0;
const newId = () => (last += 1).toString(16).padStart(16, '0');
const record = (key: string | null, fingerprint = 'same'): WriteRecord => ({
  actor,
  requestId: 'request-1',
  key: key === null ? null : { key, fingerprint },
});
const tokenOf = (name: string, id = newId()): Effect =>
  createToken({ id, owner: 'u-1', name, digest: DIGEST, scopes: ['audit:read'], days: 30 });

describeEachDatabase('a write', (start) => {
  let database: Database;
  // With the rights of the Worker that does this, and no others.
  const db = () => openDb(asRole(database.url, ROLES.edge), AbortSignal.timeout(10_000));

  beforeAll(async () => {
    database = await start();
  }, 30_000);
  afterAll(() => database.stop());

  const entriesOf = async (subject: string) =>
    (await listAudit(db(), { subject }, { page: 1, limit: 10 })).items;

  test('is made and noted, with what it changed and without a secret', async () => {
    const id = newId();
    expect(await commitWrite(db(), tokenOf('noted', id), record('key-noted'))).toMatchObject({
      kind: 'done',
      isRepeat: false,
      version: 1,
      data: { id, name: 'noted', scopes: ['audit:read'] },
    });
    const entries = await entriesOf(id);
    expect(entries).toEqual([
      {
        id: expect.any(String),
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        actor: 'u-1',
        actorKind: 'user',
        action: 'token.create',
        subject: id,
        before: null,
        after: expect.objectContaining({ name: 'noted' }),
        requestId: 'request-1',
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain(DIGEST);
  });

  test('comes twenty times at once under one key and is made once; each gets the same answer', async () => {
    const writes = Array.from({ length: 20 }, () =>
      commitWrite(db(), tokenOf('double'), record('key-double')),
    );
    const ends = await Promise.all(writes);
    const answers = new Set(ends.map((end) => JSON.stringify(end.kind === 'done' && end.data)));
    expect(answers.size).toBe(1);
    expect(ends.filter((end) => end.kind === 'done' && !end.isRepeat)).toHaveLength(1);
    const { items } = await listTokens(db(), { owner: 'u-1' }, { page: 1, limit: 100 });
    expect(items.filter(({ name }) => name === 'double')).toHaveLength(1);
  });

  test('of another body under the same key is refused; the key of another actor is another key', async () => {
    await commitWrite(db(), tokenOf('body'), record('key-body', 'one'));
    const other = await commitWrite(db(), tokenOf('body'), record('key-body', 'two'));
    expect(other).toEqual({ kind: 'other-request' });
    const elsewhere = { ...record('key-body', 'two'), actor: { kind: 'user', id: 'u-2' } as const };
    expect(await commitWrite(db(), tokenOf('body'), elsewhere)).toMatchObject({ kind: 'done' });
  });

  test('that cannot be noted is not made', async () => {
    const id = newId();
    const unknown = { ...tokenOf('lost', id), action: 'broken\naction' };
    await expect(commitWrite(db(), unknown, record('key-lost'))).rejects.toThrow();
    expect(await findToken(db(), id, 'all')).toBeNull();
  });

  test('whose answer was lost is made once when it is sent again', async () => {
    const id = newId();
    await database.setFault('cut');
    const lost = await commitWrite(db(), tokenOf('cut', id), record('key-cut')).catch(isDbAway);
    await database.setFault('ok');
    expect(lost).toBe(true);
    const again = await commitWrite(db(), tokenOf('cut'), record('key-cut'));
    expect(again).toMatchObject({ kind: 'done', isRepeat: true, data: { id } });
    expect(await entriesOf(id)).toHaveLength(1);
  });

  test('that the database refuses is no sign that it is away', async () => {
    const twice = newId();
    await commitWrite(db(), tokenOf('refused', twice), record(null));
    const refused = await commitWrite(db(), tokenOf('other', twice), record(null)).catch(isDbAway);
    expect(refused).toBe(false);
  });

  test('of an older version changes nothing, and of two at once one wins', async () => {
    const id = newId();
    await commitWrite(db(), tokenOf('version', id), record(null));
    const rename = (name: string) =>
      commitWrite(db(), renameToken(id, { whose: 'all', name, version: 1 }), record(`key-${name}`));
    const ends = await Promise.all([rename('left'), rename('right')]);
    expect(ends.map(({ kind }) => kind).toSorted()).toEqual(['done', 'nothing']);
    expect(await rename('late')).toEqual({ kind: 'nothing' });
    expect(await findToken(db(), id, 'all')).toMatchObject({ version: 2 });
    expect(await entriesOf(id)).toHaveLength(2);
    // Sent again it gets its answer, though its version is not the newest any more.
    const won = ends[0]?.kind === 'done' ? 'left' : 'right';
    expect(await rename(won)).toMatchObject({ kind: 'done', isRepeat: true, version: 2 });
  });

  test('makes at most two living tokens of a name, however many are asked for at once', async () => {
    const many = () =>
      Promise.all(
        Array.from({ length: 8 }, () => commitWrite(db(), tokenOf('ci'), record(newId()))),
      );
    const isMade = ({ kind }: { kind: string }) => kind === 'done';
    // Those that met on one place come again.
    const made = [...(await many()), ...(await many())].filter(isMade);
    expect(made).toHaveLength(2);
    const living = await listTokens(db(), 'all', { page: 1, limit: 100 });
    const [first] = living.items.filter(({ name }) => name === 'ci');
    await commitWrite(db(), revokeToken(first?.id ?? '', 'all'), record(null));
    expect(await commitWrite(db(), tokenOf('ci'), record(null))).toMatchObject({ kind: 'done' });
    expect(await commitWrite(db(), tokenOf('ci'), record(null))).toEqual({ kind: 'nothing' });
  });

  test('that somebody may not make is none, as if there were nothing', async () => {
    const id = newId();
    await commitWrite(db(), tokenOf('foreign', id), record(null));
    const whose = { owner: 'u-2' };
    expect(await commitWrite(db(), revokeToken(id, whose), record(null))).toEqual({
      kind: 'nothing',
    });
    expect(await findToken(db(), id, whose)).toBeNull();
  });

  test('keeps a name that holds a line break in one line', async () => {
    const id = newId();
    const odd = { ...record(null), actor: { kind: 'user', id: 'u\n2026 admin deleted' } as const };
    await commitWrite(db(), tokenOf('odd', id), odd);
    expect((await entriesOf(id))[0]?.actor).toBe('u\\u000a2026 admin deleted');
  });

  test('the log is found by actor, action, time and page', async () => {
    const find = (filter: object, page = 1) => listAudit(db(), filter, { page, limit: 2 });
    const all = await find({ actor: 'u-1' });
    expect(all).toMatchObject({ page: 1, limit: 2, total: expect.any(Number) });
    expect(all.items).toHaveLength(2);
    const second = await find({ actor: 'u-1' }, 2);
    expect(second.total).toBe(all.total);
    expect(second.items.map(({ id }) => id)).not.toContain(all.items[0]?.id);
    expect((await find({ action: 'token' })).total).toBeGreaterThan(2);
    expect((await find({ action: 'tok' })).total).toBe(0);
    expect((await find({ from: '2100-01-01T00:00:00Z' })).total).toBe(0);
    expect((await find({ to: '2000-01-01T00:00:00Z' })).total).toBe(0);
    expect((await find({ actor: `' OR true --` })).total).toBe(0);
  });

  test('a token of the origin begins one session, however often it comes', async () => {
    const begin = (jti: string | null) =>
      startSession(db(), {
        session: { id: crypto.randomUUID(), role: 'ADMIN', entrance: 'origin' },
        actor,
        requestId: 'request-2',
        once: jti === null ? null : { id: jti, expiresMs: Date.now() + 60_000 },
      });
    const ends = await Promise.all(Array.from({ length: 8 }, () => begin('jti-1')));
    expect(ends.filter((epoch) => epoch !== null)).toEqual([1]);
    expect([await begin(null), await begin(null)]).toEqual([1, 1]);
    expect((await listAudit(db(), { action: 'session.start' }, { page: 1, limit: 9 })).total).toBe(
      3,
    );
  });

  test('all sessions are ended by the next epoch, and that is noted', async () => {
    await commitWrite(db(), endAllSessions(), record(null));
    expect(await readStanding(db(), 'any')).toEqual({ epoch: 2, isEnded: false });
    await db().execute(sql`INSERT INTO spent_ids VALUES ('gone', now())`);
    expect(await readStanding(db(), 'gone')).toEqual({ epoch: 2, isEnded: true });
  });

  test('what began while the database was away is noted once, at its own time', async () => {
    expect(await findBreakGlass(db(), 0)).toBeNull();
    const session = {
      id: crypto.randomUUID(),
      user: 'break-glass',
      role: 'SUPER_ADMIN',
      entrance: 'break-glass',
      startedMs: Date.UTC(2026, 10, 24),
      seenMs: 0,
      epoch: 1,
      isUnrecorded: true,
    } as const;
    const late = { actor: { kind: 'break-glass', id: 'break-glass' }, requestId: 'r' } as const;
    await recordLateStart(db(), session, late);
    await recordLateStart(db(), session, late);
    expect(await entriesOf(session.id)).toHaveLength(1);
    expect(await findBreakGlass(db(), 0)).toBe('2026-11-24T00:00:00.000Z');
  });
});
