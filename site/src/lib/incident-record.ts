import type { ComponentState } from '../../../core/incidents/incident.ts';
import type { IncidentRecord, UpdateSnapshot } from '../../../core/snapshot/incident-snapshot.ts';
import { durationWords } from './duration-words.ts';
import { elementId } from './element-id.ts';
import {
  lookOf,
  severityWords,
  statusWords,
  toUpdate,
  type Page,
  type Update,
} from './incident-card.ts';
import { toMoment, type Moment } from './moment.ts';
import { nameServices } from './name-services.ts';
import type { BarState } from './state.ts';

/** An update with the state that it gave to each service. */
export type RecordUpdate = Update & { components: string };

/** All that the page of an incident shows. */
export type RecordPage = {
  id: string;
  title: string;
  look: BarState;
  status: string;
  severity: string;
  services: string;
  facts: { term: string; at: Moment | null; words: string }[];
  updates: RecordUpdate[];
  /** What there is no room for. */
  omitted: string | null;
  evidence: { service: string; at: Moment; word: string; rounds: string }[];
  postmortem: string | null;
  next: Moment | null;
};

const STATE_WORDS: Record<ComponentState, string> = {
  operational: 'operational',
  degraded: 'degraded',
  partial_outage: 'partial outage',
  major_outage: 'down',
  maintenance: 'maintenance',
};

export function toRecordPage(record: IncidentRecord, page: Page): RecordPage {
  const { id, title, severity, status, services, updates, omittedUpdates, nextUpdateBy } = record;
  return {
    id: elementId('incident', id),
    title,
    look: status === 'RESOLVED' ? 'up' : lookOf(record),
    status: statusWords(status),
    severity: severityWords(severity),
    services: nameServices(services, page.services).join(', '),
    facts: factsOf(record, page.nowMs),
    updates: updates.map((update) => toRecordUpdate(update, page)),
    omitted: omittedUpdates === 0 ? null : `${omittedUpdates} older updates are not kept here.`,
    evidence: evidenceOf(record, page),
    postmortem: record.postmortemUrl,
    next: nextUpdateBy === null ? null : toMoment(nextUpdateBy, page.nowMs),
  };
}

function toRecordUpdate(update: UpdateSnapshot, page: Page): RecordUpdate {
  const said = update.components.map(({ service, state }) => {
    return `${nameServices([service], page.services).join('')}: ${STATE_WORDS[state]}`;
  });
  return { ...toUpdate(update, page.nowMs), components: said.join(' · ') };
}

function factsOf(record: IncidentRecord, nowMs: number): RecordPage['facts'] {
  const { startedAt, detectedAt, publishedAt, acknowledgedAt, mitigatedAt, resolvedAt } = record;
  const { timeToKnowSec, timeToPublishSec, timeToResolveSec } = record;
  const fact = (term: string, iso: string | null, sec: number | null) =>
    iso === null
      ? []
      : [
          {
            term,
            at: toMoment(iso, nowMs),
            words: sec === null ? '' : `after ${durationWords(sec)}`,
          },
        ];
  return [
    ...fact('Began', startedAt, null),
    ...fact('Known', detectedAt, timeToKnowSec),
    ...fact('First told', publishedAt, timeToPublishSec),
    ...fact('Acknowledged', acknowledgedAt, null),
    ...fact('Mitigated', mitigatedAt, null),
    ...fact('Resolved', resolvedAt, timeToResolveSec),
  ];
}

function evidenceOf({ evidence }: IncidentRecord, page: Page): RecordPage['evidence'] {
  return evidence.map(({ service, state, since, rounds }) => ({
    service: nameServices([service], page.services).join(''),
    at: toMoment(since, page.nowMs),
    word: STATE_WORDS[state],
    rounds: rounds.map(({ result, count }) => `${count} × ${result}`).join(', '),
  }));
}
