import * as z from 'zod';
import {
  DetailsInput,
  NewIncidentInput,
  PostmortemInput,
  ReasonInput,
} from '../../../../core/incidents/incident-input.ts';
import { IncidentSeverity, IncidentStatus } from '../../../../core/incidents/incident.ts';
import { draftPostmortem } from '../../../../core/incidents/postmortem-draft.ts';
import { createEffect, findCreated } from '../../../../db/queries/create-incident.ts';
import {
  acknowledgeIncident,
  changeDetails,
  dismissIncident,
  holdIncident,
  publishIncident,
  setPostmortem,
} from '../../../../db/queries/incident-changes.ts';
import { listIncidents, readIncident } from '../../../../db/queries/incidents.ts';
import { Paging, parseInput } from '../parse-input.ts';
import { answerOf, planIncident } from '../plan-incident.ts';
import { Refusal } from '../refusal.ts';
import type { DbCall, Otherwise, Plan, Reply, Route, WriteCall } from '../route.ts';
import { notFound } from '../run-write.ts';

const PATH = '/api/v1/monitoring/incidents';
const ONE = `${PATH}/:id`;
const change = { role: 'ADMIN', isVersioned: true } as const;

const Nothing = z.strictObject({});
const Filter = z.strictObject({
  ...Paging,
  status: IncidentStatus.optional(),
  severity: IncidentSeverity.optional(),
});

/** Incidents as wholes; what is said of them is in `incident-updates.ts`. */
export const incidents: Route[] = [
  { method: 'GET', path: PATH, role: 'ADMIN', read: list },
  { method: 'POST', path: PATH, role: 'ADMIN', plan: create },
  { method: 'GET', path: ONE, role: 'ADMIN', read: readOne },
  { method: 'PATCH', path: `${ONE}/details`, ...change, plan: changeOne },
  { method: 'POST', path: `${ONE}/acknowledge`, ...change, plan: acknowledge },
  { method: 'POST', path: `${ONE}/publish`, ...change, plan: publish },
  { method: 'POST', path: `${ONE}/hold`, ...change, plan: hold },
  { method: 'POST', path: `${ONE}/dismiss`, ...change, plan: dismiss },
  { method: 'GET', path: `${ONE}/postmortem`, role: 'ADMIN', read: draft },
  { method: 'POST', path: `${ONE}/postmortem`, ...change, plan: linkPostmortem },
];

async function list({ db, query }: DbCall): Promise<Reply> {
  const { status, severity, ...paging } = parseInput(Filter, query);
  const filter = { ...paging, ...(status && { status }), ...(severity && { severity }) };
  const { items, ...page } = await listIncidents(db, filter);
  return { message: 'Incidents', data: { items: items.map(answerOf), ...page } };
}

async function readOne(call: DbCall): Promise<Reply> {
  const stored = await find(call);
  return { message: 'Incident', data: answerOf(stored), version: stored.incident.revision };
}

async function draft(call: DbCall): Promise<Reply> {
  const { incident, timeline } = await find(call);
  const { postmortemUrl, revision } = incident;
  const data = { postmortemUrl, draft: draftPostmortem(incident, timeline) };
  return { message: 'Postmortem to go on from', data, version: revision };
}

async function find({ db, params }: DbCall) {
  const stored = await readIncident(db, params['id'] ?? '');
  if (stored === null) throw notFound();
  return stored;
}

async function create(call: WriteCall): Promise<Plan> {
  const { servicesAffected, startedAt, ...given } = parseInput(NewIncidentInput, call.body);
  const { key, actor, nowMs } = call;
  const startedAtMs = startedAt ?? nowMs;
  if (startedAtMs > nowMs) throw new Refusal('INVALID', 'startedAt: must not be in the future');
  const incident = { ...given, services: servicesAffected, startedAtMs };
  return {
    message: 'Incident created',
    effect: createEffect({ key, author: actor.id, nowMs }, incident),
    status: 201,
    publishes: 'words',
    otherwise: () => findEarlier(call),
  };
}

// Under this key, and so long ago that its answer is not kept any more.
async function findEarlier({ db, key }: WriteCall): Promise<Otherwise> {
  const stored = await findCreated(db, key);
  if (stored === null) return { kind: 'missing' };
  return { kind: 'unchanged', data: answerOf(stored), version: stored.incident.revision };
}

async function changeOne(call: WriteCall): Promise<Plan> {
  const { servicesAffected: services, ...words } = parseInput(DetailsInput, call.body);
  return planIncident(call, changeDetails({ ...words, services }), 'Incident changed');
}

async function acknowledge(call: WriteCall): Promise<Plan> {
  parseInput(Nothing, call.body);
  return planIncident(call, acknowledgeIncident(), 'Incident acknowledged');
}

async function publish(call: WriteCall): Promise<Plan> {
  parseInput(Nothing, call.body);
  return planIncident(call, publishIncident(), 'Incident published');
}

async function hold(call: WriteCall): Promise<Plan> {
  const { reason } = parseInput(ReasonInput, call.body);
  return planIncident(call, holdIncident(reason), 'Draft held back');
}

async function dismiss(call: WriteCall): Promise<Plan> {
  const { reason } = parseInput(ReasonInput, call.body);
  return planIncident(call, dismissIncident(reason), 'Draft dismissed');
}

async function linkPostmortem(call: WriteCall): Promise<Plan> {
  const { postmortemUrl } = parseInput(PostmortemInput, call.body);
  return planIncident(call, setPostmortem(postmortemUrl), 'Postmortem linked');
}
