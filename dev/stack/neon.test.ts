import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDb } from '../../db/client.ts';
import { asRole } from '../../db/as-role.ts';
import { ROLES } from '../../db/grants.ts';
import { describeEachDatabase, type Database } from '../../test/databases.ts';

const COUNT = 'SELECT count(*)::int AS count FROM parcels';

describeEachDatabase('SQL over HTTP', (start) => {
  let database: Database;
  beforeAll(async () => {
    database = await start();
    await sql().query(`CREATE TABLE parcels (
      id int PRIMARY KEY, weight int CONSTRAINT parcels_weight_positive CHECK (weight > 0))`);
  }, 30_000);
  afterAll(() => database.stop());
  beforeEach(async () => {
    await sql().query('TRUNCATE parcels');
  });

  function sql(url = database.url) {
    return openDb(url, AbortSignal.timeout(10_000)).$client;
  }

  function insert(id: number, weight = 1) {
    return sql().query('INSERT INTO parcels VALUES ($1, $2)', [id, weight]);
  }

  describe('a query', () => {
    test.each([
      ['42', 'int', 42],
      ['9007199254740993', 'bigint', '9007199254740993'],
      ['0.1', 'float8', 0.1],
      ['12.50', 'numeric', '12.50'],
      ['t', 'boolean', true],
      ['été \u{1F6F0}', 'text', 'été \u{1F6F0}'],
      ['', 'text', ''],
      ['{"a":[1,null]}', 'jsonb', { a: [1, null] }],
      ['{1,2}', 'int[]', [1, 2]],
      [null, 'text', null],
    ])('gives %j as %s in the type of JavaScript', async (value, type, expected) => {
      expect(await sql().query(`SELECT $1::${type} AS value`, [value])).toEqual([
        { value: expected },
      ]);
    });

    test('says what it was and how many rows it touched', async () => {
      await insert(1);
      const options = { fullResults: true, arrayMode: true };
      expect(
        await sql().query('UPDATE parcels SET weight = 2 RETURNING id, weight', [], options),
      ).toMatchObject({
        command: 'UPDATE',
        rowCount: 1,
        fields: [
          { name: 'id', dataTypeID: 23 },
          { name: 'weight', dataTypeID: 23 },
        ],
        rows: [[1, 2]],
      });
    });

    test('of several statements in one string is refused', async () => {
      const statements = 'DELETE FROM parcels; SELECT 1';
      await insert(1);
      await expect(sql().query(statements)).rejects.toMatchObject({ code: '42601' });
      expect(await sql().query(COUNT)).toEqual([{ count: 1 }]);
    });
  });

  describe('a batch', () => {
    test('is committed whole and gives all its results', async () => {
      expect(
        await sql().transaction([insert(1), insert(2), sql().query('SELECT id FROM parcels')]),
      ).toEqual([[], [], [{ id: 1 }, { id: 2 }]]);
      expect(await sql().query(COUNT)).toEqual([{ count: 2 }]);
    });

    test('of which one query fails leaves nothing, and the session goes on', async () => {
      const batch = sql().transaction([insert(1), insert(1), insert(2)]);
      await expect(batch).rejects.toMatchObject({ code: '23505' });
      expect(await sql().query(COUNT)).toEqual([{ count: 0 }]);
    });

    test('that only reads may not write', async () => {
      const batch = sql().transaction([insert(1)], { readOnly: true });
      await expect(batch).rejects.toMatchObject({ code: '25006' });
      const queries = [sql().query(COUNT)];
      expect(await sql().transaction(queries, { readOnly: true })).toEqual([[{ count: 0 }]]);
      await insert(1);
    });

    test.each([
      ['ReadUncommitted', 'read uncommitted'],
      ['ReadCommitted', 'read committed'],
      ['RepeatableRead', 'repeatable read'],
      ['Serializable', 'serializable'],
    ] as const)('may be %s', async (isolationLevel, expected) => {
      const shown = sql().query('SHOW transaction_isolation');
      expect(await sql().transaction([shown], { isolationLevel })).toEqual([
        [{ transaction_isolation: expected }],
      ]);
    });

    test('may be deferrable', async () => {
      const shown = sql().query('SHOW transaction_deferrable');
      const options = { isolationLevel: 'Serializable', readOnly: true, deferrable: true } as const;
      expect(await sql().transaction([shown], options)).toEqual([
        [{ transaction_deferrable: 'on' }],
      ]);
    });
  });

  describe('an error', () => {
    test('names the constraint, its table and the row', async () => {
      await insert(1);
      await expect(insert(1)).rejects.toMatchObject({
        message: 'duplicate key value violates unique constraint "parcels_pkey"',
        severity: 'ERROR',
        code: '23505',
        detail: 'Key (id)=(1) already exists.',
        schema: 'public',
        table: 'parcels',
        constraint: 'parcels_pkey',
      });
      await expect(insert(2, -1)).rejects.toMatchObject({
        code: '23514',
        table: 'parcels',
        constraint: 'parcels_weight_positive',
        detail: 'Failing row contains (2, -1).',
      });
    });

    test('names the column that must not be empty', async () => {
      const query = sql().query('INSERT INTO parcels (weight) VALUES (1)');
      await expect(query).rejects.toMatchObject({ code: '23502', column: 'id' });
    });

    test('points at the place in the query, with a hint', async () => {
      await expect(sql().query('SELECT wieght FROM parcels')).rejects.toMatchObject({
        code: '42703',
        position: '8',
        hint: expect.stringContaining('parcels.weight'),
      });
    });
  });

  test('the role of a Worker has its own rights, also in a batch, and leaves none behind', async () => {
    const url = asRole(database.url, ROLES.edge);
    const forbidden = expect.objectContaining({ code: '42501' });
    const edge = sql(url);
    await expect(edge.query(COUNT)).rejects.toEqual(forbidden);
    await expect(edge.transaction((tx) => [tx.query(COUNT)])).rejects.toEqual(forbidden);
    expect(await edge.query('SELECT current_user AS name')).toEqual([{ name: ROLES.edge }]);
    expect(await sql().query(COUNT)).toEqual([{ count: 0 }]);
  });

  test('a wrong password is refused, and nothing of it repeated', async () => {
    const url = new URL(database.url);
    url.password = 'wrong-password';
    const failure: unknown = await sql(url.href)
      .query('SELECT 1')
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({
      message: expect.stringMatching(/^password authentication failed/),
    });
    expect(String(failure)).not.toContain('wrong-password');
  });

  test.each([
    ['POST', '/'],
    ['POST', '/sql/more'],
    ['GET', '/sql'],
  ])('%s %s is not found', async (method, path) => {
    const response = await fetch(`http://127.0.0.1:${database.port}${path}`, { method });
    expect(response.status).toBe(404);
  });
});
