import { toWindowAnswer } from '../../../core/incidents/window-answer.ts';
import {
  explainWindow,
  windowEffect,
  type BuildWindow,
  type WindowEnd,
} from '../../../db/queries/write-window.ts';
import type { Otherwise, Plan, WriteCall } from './route.ts';

/** A change of the announced work in the path, which visitors see at once. */
export function planWindow(call: WriteCall, build: BuildWindow, message: string): Plan {
  const { params, version, nowMs, db } = call;
  const act = { id: params['id'] ?? '', revision: version, nowMs };
  return {
    message,
    effect: windowEffect(act, build),
    publishes: 'words',
    otherwise: async () => toOtherwise(await explainWindow(db, act, build)),
  };
}

function toOtherwise(end: WindowEnd): Otherwise {
  if (end.kind === 'missing') return end;
  const data = toWindowAnswer(end.window);
  const version = data.revision;
  switch (end.kind) {
    case 'done':
    case 'unchanged':
      return { kind: 'unchanged', data, version };
    case 'conflict':
      return { kind: 'conflict', message: TOO_LATE, data, version };
    case 'refused': {
      const message = `This cannot be done to it as it is now: ${data.state}`;
      return { kind: 'conflict', message, data, version };
    }
  }
}

const TOO_LATE = 'It was changed meanwhile: this is how it is now';
