import { timesOf } from './incident-times.ts';
import type { Evidence, Incident } from './incident.ts';
import type { TimelineEntry } from './timeline.ts';

const HEADINGS = ['Causes', 'What helped', 'What to do (what, who, until when)'];

/** A postmortem to go on from: what is on record is filled in, what only people can tell is left open. Plain text. */
export function draftPostmortem(incident: Incident, timeline: readonly TimelineEntry[]): string {
  const { title, severity, description, services, evidence } = incident;
  return [
    `Postmortem: ${title}`,
    `Severity ${severity}. Services: ${services.join(', ') || 'none named'}.`,
    section('Summary', [description]),
    section('Times', sayTimes(incident)),
    section('What our checks saw', evidence.map(sayEvidence)),
    section('Timeline', timeline.filter(isSaid).map(sayEntry)),
    ...HEADINGS.map((heading) => section(heading, [])),
  ].join('\n\n');
}

function section(heading: string, lines: readonly string[]): string {
  return [heading, ...(lines.length === 0 ? ['…'] : lines)].join('\n');
}

function sayTimes(incident: Incident): string[] {
  const { timeToKnowSec, timeToPublishSec, timeToResolveSec } = timesOf(incident);
  return [
    sayTime('Started (first failing round)', incident.startedAtMs, null),
    sayTime('Detected', incident.detectedAtMs, timeToKnowSec),
    sayTime('Acknowledged', incident.acknowledgedAtMs, null),
    sayTime('First public word', incident.publishedAtMs, timeToPublishSec),
    sayTime('Mitigated', incident.mitigatedAtMs, null),
    sayTime('Resolved', incident.resolvedAtMs, timeToResolveSec),
  ];
}

function sayTime(what: string, ms: number | null, afterSec: number | null): string {
  if (ms === null) return `${what}: not recorded`;
  return `${what}: ${sayMoment(ms)}${afterSec === null ? '' : ` (after ${afterSec} s)`}`;
}

function sayEvidence({ service, state, sinceMs, rounds }: Evidence): string {
  const seen = rounds.map(({ result, count }) => `${count} × ${result}`).join(', ');
  return `${service}: ${state.replace('_', ' ')} since ${sayMoment(sinceMs)}${seen && ` (${seen})`}`;
}

function isSaid({ retractedAtMs }: TimelineEntry): boolean {
  return retractedAtMs === null;
}

function sayEntry({ atMs, status, author, text, kind }: TimelineEntry): string {
  const head = kind === 'note' ? 'note' : status;
  return `${sayMoment(atMs)} ${head} (${author ?? 'monitor'}): ${text.replaceAll('\n', ' ')}`;
}

function sayMoment(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}
