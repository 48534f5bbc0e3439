import type { ClientBase } from 'pg';

/** Rows without which nothing runs. Services need none: the first tick writes a row for each that is configured. */
export async function seed(client: ClientBase): Promise<void> {
  await client.query(`INSERT INTO evaluator (slot) VALUES ('epoch') ON CONFLICT DO NOTHING`);
  await client.query(`INSERT INTO incident_desk DEFAULT VALUES ON CONFLICT DO NOTHING`);
  await client.query('INSERT INTO session_epoch DEFAULT VALUES ON CONFLICT DO NOTHING');
}
