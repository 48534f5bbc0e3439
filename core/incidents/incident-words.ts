import type { Evidence } from './incident.ts';
import { MOST_IN_TITLE } from './texts.ts';

/** An outage with the name that visitors know its service by. */
export type NamedOutage = Evidence & { displayName: string };

const MOST_NAMED = 3;

/** What the monitor calls an incident. */
export function titleOf(outages: readonly NamedOutage[]): string {
  const isMajor = outages.some(({ state }) => state === 'major_outage');
  const names = outages.map(({ displayName }) => displayName);
  const title = `${listNames(names)} ${isMajor ? 'down' : 'failing in part'}`;
  return Array.from(title).length <= MOST_IN_TITLE ? title : `${names.length} services failing`;
}

/** What the monitor says of an outage when nobody else has. */
export function sayOutage(outages: readonly NamedOutage[]): string {
  const said = outages.map(({ displayName, state, sinceMs }) => {
    const word = state === 'major_outage' ? 'down' : 'failing in part';
    return `${displayName} ${word} since ${sayMinute(sinceMs)}`;
  });
  return `Our checks from outside see: ${said.join('; ')}. Written by our monitor.`;
}

export function sayRecovery(names: readonly string[], sinceMs: number): string {
  return `The checks of ${listNames(names)} pass again since ${sayMinute(sinceMs)}; we keep watching. Written by our monitor.`;
}

export function sayRelapse(names: readonly string[]): string {
  return `Not over: the checks of ${listNames(names)} fail again. Written by our monitor.`;
}

export function sayEnd(sinceMs: number | null): string {
  const since = sinceMs === null ? '' : ` since ${sayMinute(sinceMs)}`;
  return `Every check has passed${since}. Written by our monitor.`;
}

function listNames(names: readonly string[]): string {
  if (names.length > MOST_NAMED) return `${names.length} services`;
  const others = names.slice(0, -1);
  const last = names.at(-1) ?? '';
  return others.length === 0 ? last : `${others.join(', ')} and ${last}`;
}

function sayMinute(ms: number): string {
  return `${new Date(ms).toISOString().slice(11, 16)} UTC`;
}
