import { areRelated, severityOf, type IncidentPolicy } from './incident-policy.ts';
import type { Evidence, Incident } from './incident.ts';
import type { Desk } from './desk.ts';
import { leadIncident } from './lead-incident.ts';
import type { DeskChange } from './desk-change.ts';
import { sayOutage, titleOf, type NamedOutage } from './incident-words.ts';
import { colorOf } from './seen-service.ts';

/**
 * What the monitor does about incidents by what it measured. A confirmed outage opens a draft, or joins the open
 * incident of a related service; a draft that nobody decides on publishes itself; recovery leads to monitoring and
 * then to resolved. What people lead gets evidence and notes, and nothing else. Pure: an incident takes one step at a
 * time, and asked again after its answer was stored it takes the next one or has nothing to do.
 */
export function decideIncidents(desk: Desk): DeskChange[] {
  const open = desk.incidents.filter(({ status }) => status !== 'RESOLVED');
  const fresh = freshOutages(desk);
  const joined = Map.groupBy(fresh, ({ service }) => homeOf(service, open, desk.policy));
  return [
    ...open.flatMap((incident) => leadIncident(incident, joined.get(incident) ?? [], desk)),
    ...groupOutages(joined.get(null) ?? [], desk.policy).map((group) => openIncident(group, desk)),
  ];
}

// Work that was announced accounts for what fails. An outage that is in some incident's evidence, also of one that a
// person has closed, is nothing new.
function freshOutages({ seen, incidents }: Desk): NamedOutage[] {
  const known = incidents.flatMap(({ evidence }) => evidence);
  return seen
    .flatMap((service) => {
      const { outage, isInWork, displayName } = service;
      if (outage === null || isInWork || colorOf(service) !== 'red') return [];
      return known.some((one) => isSame(one, outage)) ? [] : [{ ...outage, displayName }];
    })
    .toSorted((a, b) => a.sinceMs - b.sinceMs || (a.service < b.service ? -1 : 1));
}

function isSame(one: Evidence, other: Evidence): boolean {
  return one.service === other.service && one.sinceMs === other.sinceMs;
}

/** The open incident that an outage belongs to: first one about this service, then one about a related one. */
function homeOf(
  service: string,
  open: readonly Incident[],
  policy: IncidentPolicy,
): Incident | null {
  return (
    open.find((incident) => servicesOf(incident).includes(service)) ??
    open.find((incident) => servicesOf(incident).some((one) => areRelated(one, service, policy))) ??
    null
  );
}

function servicesOf({ services, evidence }: Incident): string[] {
  return [...services, ...evidence.map(({ service }) => service)];
}

function groupOutages(outages: readonly NamedOutage[], policy: IncidentPolicy): NamedOutage[][] {
  const groups: NamedOutage[][] = [];
  for (const outage of outages) {
    const home = groups.find(([first]) => areRelated(first?.service ?? '', outage.service, policy));
    if (home) home.push(outage);
    else groups.push([outage]);
  }
  return groups;
}

function openIncident(outages: NamedOutage[], { policy, nowMs }: Desk): DeskChange {
  const severity = severityOf(outages, policy);
  const isPublished = policy.publication[severity] === 'publish';
  const text = sayOutage(outages);
  const startedAtMs = Math.min(...outages.map(({ sinceMs }) => sinceMs));
  return {
    kind: 'open',
    key: `outage:${outages[0]?.service}@${outages[0]?.sinceMs}`,
    incident: {
      title: titleOf(outages),
      description: text,
      severity,
      status: 'INVESTIGATING',
      services: outages.map(({ service }) => service),
      evidence: outages.map(({ displayName: _displayName, ...evidence }) => evidence),
      startedAtMs,
      publishedAtMs: isPublished ? nowMs : null,
      publishByMs: isPublished ? null : nowMs + policy.publishAfterMs,
    },
    row: {
      kind: 'update',
      status: 'INVESTIGATING',
      text,
      components: outages.map(({ service, state }) => ({ service, state })),
    },
  };
}
