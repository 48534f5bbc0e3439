import {
  ReasonInput,
  ResolveInput,
  UpdateInput,
  WordInput,
} from '../../../../core/incidents/incident-input.ts';
import {
  addUpdate,
  editUpdate,
  reopenIncident,
  resolveIncident,
  retractUpdate,
} from '../../../../db/queries/incident-changes.ts';
import { parseInput } from '../parse-input.ts';
import { planIncident } from '../plan-incident.ts';
import { Refusal } from '../refusal.ts';
import type { Plan, Route, WriteCall } from '../route.ts';

const ONE = '/api/v1/monitoring/incidents/:id';
const UPDATE = `${ONE}/updates/:update`;
const change = { role: 'ADMIN', isVersioned: true } as const;

/** What is said of an incident, and where it stands. */
export const incidentUpdates: Route[] = [
  { method: 'PATCH', path: ONE, ...change, plan: say },
  { method: 'PATCH', path: `${ONE}/resolve`, ...change, plan: resolve },
  { method: 'PATCH', path: `${ONE}/reopen`, ...change, plan: reopen },
  { method: 'PATCH', path: UPDATE, ...change, plan: edit },
  { method: 'DELETE', path: UPDATE, ...change, plan: retract },
];

async function say(call: WriteCall): Promise<Plan> {
  const given = parseInput(UpdateInput, call.body);
  const { update: text, status, components, nextUpdateBy: nextUpdateByMs } = given;
  if (nextUpdateByMs !== null && nextUpdateByMs <= call.nowMs) {
    throw new Refusal('INVALID', 'nextUpdateBy: must be in the future');
  }
  const build = addUpdate({ text, status, components, nextUpdateByMs });
  return planIncident(call, build, 'Update added');
}

async function resolve(call: WriteCall): Promise<Plan> {
  const { update } = parseInput(ResolveInput, call.body);
  return planIncident(call, resolveIncident(update), 'Incident resolved');
}

async function reopen(call: WriteCall): Promise<Plan> {
  const { update } = parseInput(WordInput, call.body);
  return planIncident(call, reopenIncident(update), 'Incident opened again');
}

async function edit(call: WriteCall): Promise<Plan> {
  const { update: text } = parseInput(WordInput, call.body);
  return planIncident(call, editUpdate({ updateId: updateOf(call), text }), 'Update edited');
}

async function retract(call: WriteCall): Promise<Plan> {
  const { reason } = parseInput(ReasonInput, call.body);
  const build = retractUpdate({ updateId: updateOf(call), reason });
  return planIncident(call, build, 'Update taken back');
}

function updateOf({ params }: WriteCall): string {
  return params['update'] ?? '';
}
