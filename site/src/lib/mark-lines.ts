import type { Mark } from '../../../core/snapshot/mark.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { listWords } from './list-words.ts';
import { toMoment } from './moment.ts';
import { nameServices } from './name-services.ts';

const MOST_LINES = 3;

/** What the page says where people's words and the measurements do not agree. */
export function toMarkLines({ marks, services }: Snapshot, nowMs: number): string[] {
  const lines = marks.flatMap((mark) => {
    const names = listWords(nameServices(mark.services, services));
    return toLine(mark, { names, since: `${toMoment(mark.since, nowMs).words} UTC` });
  });
  return lines.slice(0, MOST_LINES);
}

// A late update, and work that runs over, are said where the incident and the work stand.
function toLine({ kind }: Mark, { names, since }: { names: string; since: string }): string[] {
  switch (kind) {
    case 'unsaid-outage':
      return [`Failing since ${since}, and nobody has said why yet: ${names}.`];
    case 'unseen-trouble':
      return [`An incident is open, but every check passes since ${since}: ${names}.`];
    case 'late-update':
    case 'long-incident':
    case 'late-work':
      return [];
  }
}
