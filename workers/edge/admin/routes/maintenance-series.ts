import * as z from 'zod';
import { SeriesInput } from '../../../../core/incidents/incident-input.ts';
import {
  cancelSeriesEffect,
  createSeriesEffect,
  findSeries,
  listSeries,
} from '../../../../db/queries/write-series.ts';
import { inTime } from '../../../shared/in-time.ts';
import { Paging, parseInput } from '../parse-input.ts';
import { Refusal } from '../refusal.ts';
import type { DbCall, Otherwise, Plan, Reply, Route, WriteCall } from '../route.ts';

const PATH = '/api/v1/monitoring/maintenance-series';
const CHECK_MS = 3_000;

/** Work that recurs: its windows are announced some weeks ahead. */
export const maintenanceSeries: Route[] = [
  { method: 'GET', path: PATH, role: 'ADMIN', read: list },
  { method: 'POST', path: PATH, role: 'ADMIN', plan: create },
  { method: 'POST', path: `${PATH}/:id/cancel`, role: 'ADMIN', plan: cancel },
];

async function list({ db, query }: DbCall): Promise<Reply> {
  const paging = parseInput(z.strictObject(Paging), query);
  return { message: 'Recurring work', data: await listSeries(db, paging) };
}

async function create(call: WriteCall): Promise<Plan> {
  const series = parseInput(SeriesInput, call.body);
  const problem = await check(call, series);
  if (problem !== null) throw new Refusal('INVALID', problem);
  const { key, actor, db } = call;
  return {
    message: 'Recurring work announced',
    effect: createSeriesEffect({ key, author: actor.id }, series),
    status: 201,
    publishes: 'words',
    otherwise: () => find(db, { key }),
  };
}

// The monitor reads rules: what does it is too large to be loaded here.
async function check({ env, requestId }: WriteCall, series: z.infer<typeof SeriesInput>) {
  try {
    return await inTime(Promise.resolve(env.MONITOR.checkSeries(series)), CHECK_MS);
  } catch (error) {
    console.error(`Cannot check a rule (${requestId}): ${String(error)}`);
    throw new Refusal('UNAVAILABLE', 'The rule cannot be checked now, so nothing was saved');
  }
}

async function cancel({ body, params, nowMs, db }: WriteCall): Promise<Plan> {
  parseInput(z.strictObject({}), body);
  const id = params['id'] ?? '';
  return {
    message: 'Recurring work cancelled',
    effect: cancelSeriesEffect({ id, nowMs }),
    publishes: 'words',
    otherwise: () => find(db, { id }),
  };
}

async function find(db: DbCall['db'], by: Parameters<typeof findSeries>[1]): Promise<Otherwise> {
  const series = await findSeries(db, by);
  return series === null ? { kind: 'missing' } : { kind: 'unchanged', data: series };
}
