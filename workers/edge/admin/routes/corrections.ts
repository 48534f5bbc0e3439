import * as z from 'zod';
import { Correction } from '../../../../core/uptime/correction.ts';
import { LEDGER_DAYS } from '../../../../core/uptime/period.ts';
import { addCorrection } from '../../../../db/queries/corrections.ts';
import { parseInput } from '../parse-input.ts';
import { Refusal } from '../refusal.ts';
import type { Plan, Route, WriteCall } from '../route.ts';

const DAY_MS = 86_400_000;
const Time = z.iso.datetime({ offset: true });
const NewCorrection = z.strictObject({
  from: Time,
  to: Time,
  state: Correction.shape.state,
  reason: z.string().trim().min(10).max(500),
});

/** What people say of a time that was measured wrong: it is added to what was measured, and nothing is taken away. */
export const corrections: Route[] = [
  {
    method: 'POST',
    path: '/api/v1/monitoring/uptime/:service/corrections',
    role: 'ADMIN',
    plan: correct,
  },
];

async function correct(call: WriteCall): Promise<Plan> {
  const given = parseInput(NewCorrection, call.body);
  checkSpan(Date.parse(given.from), Date.parse(given.to), call.nowMs);
  const serviceName = call.params['service'] ?? '';
  return {
    message: 'Correction added: the number as measured stays beside it',
    effect: addCorrection({ ...given, serviceName, madeBy: call.actor.id }),
    status: 201,
    publishes: 'uptime',
    otherwise: async () => ({ kind: 'missing' }),
  };
}

function checkSpan(fromMs: number, toMs: number, nowMs: number): void {
  if (toMs <= fromMs) throw new Refusal('INVALID', 'to: must be after from');
  if (toMs > nowMs) throw new Refusal('INVALID', 'to: must not be in the future');
  if (fromMs < nowMs - LEDGER_DAYS * DAY_MS) {
    throw new Refusal('INVALID', `from: must be within the last ${LEDGER_DAYS} days`);
  }
}
