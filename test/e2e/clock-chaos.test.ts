import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { computeUptime } from '../../core/uptime/compute-uptime.ts';
import { RoundResult } from '../../core/services/round-result.ts';
import { openDb } from '../../db/client.ts';
import { fireCron } from '../../dev/stack/clock.ts';
import { seedRandom } from '../../dev/stack/origin/seed-random.ts';
import { openStack, type OpenStack } from './open-stack.ts';

const SLOT_SEC = 0.5;
const CRON_MS = 1_000;
const STEPS = 40;
const RULES = { intervalSec: SLOT_SEC, confirm: 2, recover: 2, unknownAfterMissed: 3 };
// Asked in every second slot, and believed at once when it is well again.
const STRIPE_RULES = { ...RULES, intervalSec: 2 * SLOT_SEC, recover: 1 };

let stack: OpenStack;

beforeAll(async () => {
  stack = await openStack();
}, 60_000);

afterAll(() => stack.close());

test('doubled, late and missing crons leave the ledger that their rounds make, and each round once', async () => {
  const random = seedRandom(7);
  for (let step = 0; step < STEPS; step += 1) {
    if (step % 6 === 0)
      await stack.post('sim', { down: random() < 0.5 ? ['redis', 'storefront'] : [] });
    const nowMs = Math.floor(Date.now() / CRON_MS) * CRON_MS;
    const luck = random();
    const times = luck < 0.3 ? [nowMs, nowMs] : luck < 0.5 ? [nowMs, nowMs - CRON_MS] : [nowMs];
    // One in eight does not come at all.
    if (luck < 0.88) await Promise.all(times.map((timeMs) => fireCron(stack.url, timeMs)));
    else await new Promise((resolve) => setTimeout(resolve, 2 * CRON_MS));
  }
  const stored = await readLedger();
  expect(stored.size).toBe(7);
  for (const [serviceName, { rounds, intervals }] of stored) {
    const rules = serviceName === 'stripe-api' ? STRIPE_RULES : RULES;
    const fromMs = rounds[0]?.atMs ?? 0;
    const toMs = (rounds.at(-1)?.atMs ?? 0) + rules.intervalSec * 1000;
    const batch = computeUptime({ window: { fromMs, toMs }, maintenance: [], rounds, rules });
    const closed = intervals.map(({ to, ...interval }) => ({
      ...interval,
      to: to ?? new Date(toMs).toISOString(),
    }));
    expect({ serviceName, intervals: closed }).toEqual({ serviceName, intervals: batch.intervals });
  }
}, 180_000);

const Time = z.coerce.date().transform((at) => at.toISOString());
const IntervalRow = z.object({
  service_name: z.string(),
  state: z.string(),
  from_at: Time,
  to_at: Time.nullable(),
});

type Stored = {
  rounds: { atMs: number; result: RoundResult }[];
  intervals: { state: string; from: string; to: string | null }[];
};

async function readLedger(): Promise<Map<string, Stored>> {
  const db = openDb(stack.env['DATABASE_URL'] ?? '', AbortSignal.timeout(10_000));
  const rounds = await db.execute(
    sql`SELECT service_name, slot, result FROM probe_results ORDER BY slot`,
  );
  const { rows } = await db.execute(sql`SELECT * FROM service_intervals ORDER BY from_at`);
  const intervals = z.array(IntervalRow).parse(rows);
  const stored = new Map<string, Stored>();
  const of = (name: unknown) => {
    const known = stored.get(String(name)) ?? { rounds: [], intervals: [] };
    stored.set(String(name), known);
    return known;
  };
  for (const { service_name, slot, result } of rounds.rows) {
    of(service_name).rounds.push({
      atMs: Date.parse(String(slot)),
      result: RoundResult.parse(result),
    });
  }
  for (const { service_name, state, from_at: from, to_at: to } of intervals) {
    of(service_name).intervals.push({ state, from, to });
  }
  return stored;
}
