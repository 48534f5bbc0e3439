import { toIncidentAnswer } from '../../../core/incidents/incident-answer.ts';
import type { StoredIncident } from '../../../db/queries/incident-rows.ts';
import {
  explainIncident,
  incidentEffect,
  type Act,
  type Build,
} from '../../../db/queries/write-incident.ts';
import type { Otherwise, Plan, WriteCall } from './route.ts';

/** A change of the incident in the path, which visitors see at once. */
export function planIncident(call: WriteCall, build: Build, message: string): Plan {
  const act = toAct(call);
  return {
    message,
    effect: incidentEffect(act, build),
    publishes: 'words',
    otherwise: async () => toOtherwise(call, await explainIncident(call.db, act, build)),
  };
}

function toAct({ params, version, key, actor, nowMs }: WriteCall): Act {
  return { id: params['id'] ?? '', revision: version, key, author: actor.id, nowMs };
}

function toOtherwise(
  { params }: WriteCall,
  end: Awaited<ReturnType<typeof explainIncident>>,
): Otherwise {
  if (end.kind === 'missing') return end;
  const data = answerOf(end);
  const { revision: version, status } = end.incident;
  switch (end.kind) {
    case 'done':
    case 'unchanged':
      return { kind: 'unchanged', data, version };
    case 'conflict':
      return { kind: 'conflict', message: TOO_LATE, data, version };
    case 'refused': {
      if (isUnknownUpdate(end, params['update'])) return { kind: 'missing' };
      const message = `This cannot be done to it as it is now: ${sayState(end)} ${status}`;
      return { kind: 'conflict', message, data, version };
    }
  }
}

const TOO_LATE = 'It was changed meanwhile: this is how it is now';

function isUnknownUpdate({ timeline }: StoredIncident, update: string | undefined): boolean {
  return (
    update !== undefined && !timeline.some(({ id, kind }) => id === update && kind === 'update')
  );
}

function sayState({ incident }: StoredIncident): string {
  return incident.publishedAtMs === null ? 'a draft,' : 'public,';
}

export function answerOf({ incident, timeline }: StoredIncident) {
  return toIncidentAnswer(incident, timeline);
}
