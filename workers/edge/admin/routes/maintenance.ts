import * as z from 'zod';
import { WindowInput } from '../../../../core/incidents/incident-input.ts';
import { toWindowAnswer } from '../../../../core/incidents/window-answer.ts';
import {
  cancelWindow,
  changeWindow,
  completeWindow,
  createWindowEffect,
  findAnnounced,
  listWindows,
  readWindow,
  type NewWindow,
} from '../../../../db/queries/maintenance.ts';
import { Paging, parseInput } from '../parse-input.ts';
import { planWindow } from '../plan-window.ts';
import { Refusal } from '../refusal.ts';
import type { DbCall, Otherwise, Plan, Reply, Route, WriteCall } from '../route.ts';
import { notFound } from '../run-write.ts';

const PATH = '/api/v1/monitoring/maintenance';
const ONE = `${PATH}/:id`;
const change = { role: 'ADMIN', isVersioned: true } as const;

const Nothing = z.strictObject({});

/** Announced work. */
export const maintenance: Route[] = [
  { method: 'GET', path: PATH, role: 'ADMIN', read: list },
  { method: 'POST', path: PATH, role: 'ADMIN', plan: announce },
  { method: 'GET', path: ONE, role: 'ADMIN', read: readOne },
  { method: 'PUT', path: ONE, ...change, plan: replace },
  { method: 'POST', path: `${ONE}/cancel`, ...change, plan: cancel },
  { method: 'POST', path: `${ONE}/complete`, ...change, plan: complete },
];

async function list({ db, query }: DbCall): Promise<Reply> {
  const { items, ...page } = await listWindows(db, parseInput(z.strictObject(Paging), query));
  return { message: 'Announced work', data: { items: items.map(toWindowAnswer), ...page } };
}

async function readOne({ db, params }: DbCall): Promise<Reply> {
  const window = await readWindow(db, params['id'] ?? '');
  if (window === null) throw notFound();
  return { message: 'Announced work', data: toWindowAnswer(window), version: window.revision };
}

async function announce(call: WriteCall): Promise<Plan> {
  const { key, actor, nowMs } = call;
  return {
    message: 'Work announced',
    effect: createWindowEffect({ key, author: actor.id, nowMs }, readInput(call)),
    status: 201,
    publishes: 'words',
    otherwise: () => findEarlier(call),
  };
}

// Under this key, and so long ago that its answer is not kept any more.
async function findEarlier({ db, key }: WriteCall): Promise<Otherwise> {
  const window = await findAnnounced(db, key);
  if (window === null) return { kind: 'missing' };
  return { kind: 'unchanged', data: toWindowAnswer(window), version: window.revision };
}

async function replace(call: WriteCall): Promise<Plan> {
  return planWindow(call, changeWindow(readInput(call)), 'Work changed');
}

async function cancel(call: WriteCall): Promise<Plan> {
  parseInput(Nothing, call.body);
  return planWindow(call, cancelWindow(), 'Work cancelled');
}

async function complete(call: WriteCall): Promise<Plan> {
  parseInput(Nothing, call.body);
  return planWindow(call, completeWindow(), 'Work completed');
}

function readInput({ body, nowMs }: WriteCall): NewWindow {
  const { startsAt, endsAt, ...words } = parseInput(WindowInput, body);
  if (endsAt <= nowMs) throw new Refusal('INVALID', 'endsAt: must be in the future');
  return { ...words, startsAtMs: startsAt, endsAtMs: endsAt };
}
