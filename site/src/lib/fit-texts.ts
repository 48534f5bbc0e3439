import type { IncidentSnapshot } from '../../../core/snapshot/incident-snapshot.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { clipText } from './clip-text.ts';

/** Characters of one text, and of all of them: what people write must not make the page slow when it is needed most. */
const MOST_EACH = 280;
const MOST_IN_ALL = 700;
const MOST_UPDATES = 3;

/**
 * The snapshot with as much of people's words as the page has room for: first the newest update of each open incident,
 * then the work, then older updates, then what is past. A text for which no room is left is empty.
 */
export function fitTexts(snapshot: Snapshot): Snapshot {
  const { incidents, maintenance, history } = snapshot;
  const fit = spendFrom(MOST_IN_ALL);
  const newest = incidents.map((incident) => fitUpdates(incident, [0, 1], fit));
  const work = maintenance.map((one) => ({ ...one, text: fit(one.text) }));
  const older = incidents.map((incident) => fitUpdates(incident, [1, MOST_UPDATES], fit));
  return {
    ...snapshot,
    incidents: incidents.map((incident, index) => ({
      ...incident,
      updates: [...(newest[index] ?? []), ...(older[index] ?? [])],
    })),
    maintenance: work,
    history: history.map((past) => ({ ...past, updates: fitUpdates(past, [0, 1], fit) })),
  };
}

function fitUpdates(
  { updates }: IncidentSnapshot,
  [from, to]: [number, number],
  fit: (text: string) => string,
): IncidentSnapshot['updates'] {
  return updates.slice(from, to).map((update) => ({ ...update, text: fit(update.text) }));
}

function spendFrom(budget: number): (text: string) => string {
  let left = budget;
  return (text) => {
    const clipped = left < 20 ? '' : clipText(text, Math.min(MOST_EACH, left));
    left -= Array.from(clipped).length;
    return clipped;
  };
}
