import type { ClientBase } from 'pg';
import { FUNCTIONS, ROLES, TABLES, type Worker } from './grants.ts';

/** No statement of a Worker takes longer: its own deadlines are shorter. */
const SETTINGS = {
  statement_timeout: '20s',
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '20s',
};

/**
 * Makes the roles that are missing, and their rights exactly what `grants.ts` says. Roles cannot log in until their owner
 * gives them a password.
 */
export async function applyGrants(client: ClientBase): Promise<void> {
  for (const role of Object.values(ROLES)) await client.query(createRole(role));
  for (const statement of rights()) await client.query(statement);
}

// Roles belong to the whole server: a migrator of another database may make them at the same moment.
function createRole(role: string): string {
  const settings = Object.entries(SETTINGS).map(
    ([name, value]) => `ALTER ROLE ${role} SET ${name} = '${value}';`,
  );
  return `DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN
      CREATE ROLE ${role} NOLOGIN NOINHERIT; ${settings.join(' ')}
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`;
}

function rights(): string[] {
  const all = Object.values(ROLES).join(', ');
  const workers = Object.entries(ROLES).map(([worker, role]) => ({ worker, role }));
  const onTables = Object.entries(TABLES).flatMap(([table, given]) =>
    workers.flatMap(({ worker, role }) => {
      const privileges = Object.entries(given).find(([name]) => name === worker)?.[1] ?? [];
      return privileges.length === 0 ? [] : `GRANT ${privileges.join(', ')} ON ${table} TO ${role}`;
    }),
  );
  const onFunctions = Object.entries(FUNCTIONS).flatMap(([name, given]) =>
    given.map((worker: Worker) => `GRANT EXECUTE ON FUNCTION ${name} TO ${ROLES[worker]}`),
  );
  return [
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${all}`,
    `REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM ${all}`,
    `REVOKE CREATE ON SCHEMA public FROM PUBLIC`,
    `GRANT USAGE ON SCHEMA public TO ${all}`,
    // The doctor sees with it whether migrations are missing.
    `GRANT USAGE ON SCHEMA drizzle TO ${all}`,
    `GRANT SELECT ON drizzle.__drizzle_migrations TO ${all}`,
    ...onTables,
    ...onFunctions,
  ];
}
