import type { Desk } from './desk.ts';
import type { DeskChange, MonitorPart, MonitorRow } from './desk-change.ts';
import { graver, severityOf } from './incident-policy.ts';
import {
  sayEnd,
  sayOutage,
  sayRecovery,
  sayRelapse,
  titleOf,
  type NamedOutage,
} from './incident-words.ts';
import type { ComponentState, Evidence, Incident } from './incident.ts';
import { colorOf, type SeenService } from './seen-service.ts';

type Step = {
  kind: Exclude<DeskChange['kind'], 'open'>;
  set: Partial<MonitorPart>;
  row: MonitorRow;
};

/** What happens to an open incident, one step at a time: nothing, or one change. */
export function leadIncident(
  incident: Incident,
  joined: readonly NamedOutage[],
  desk: Desk,
): DeskChange[] {
  const step = joined.length > 0 ? join(incident, joined, desk) : goOn(incident, desk);
  if (step === null) return [];
  const { title, severity, status, services, evidence } = incident;
  const { publishedAtMs, publishByMs, mitigatedAtMs, resolvedAtMs } = incident;
  const part = {
    title,
    severity,
    status,
    services,
    evidence,
    publishedAtMs,
    publishByMs,
    mitigatedAtMs,
    resolvedAtMs,
  };
  return [{ kind: step.kind, id: incident.id, incident: { ...part, ...step.set }, row: step.row }];
}

function isLed({ origin, takenOverAtMs }: Incident): boolean {
  return origin === 'monitor' && takenOverAtMs === null;
}

// What people lead keeps their words and their list of services: the monitor notes what it saw.
function join(incident: Incident, joined: readonly NamedOutage[], desk: Desk): Step {
  const evidence = [
    ...incident.evidence,
    ...joined.map(({ displayName: _displayName, ...one }) => one),
  ];
  const text = sayOutage(joined);
  const { status, services } = incident;
  if (!isLed(incident)) {
    return { kind: 'join', set: { evidence }, row: { kind: 'note', status, text, components: [] } };
  }
  const next = status === 'MONITORING' ? 'INVESTIGATING' : status;
  const names = new Set([...services, ...joined.map(({ service }) => service)]);
  return {
    kind: 'join',
    set: {
      ...gravityOf(incident, evidence, desk),
      services: [...names],
      status: next,
      mitigatedAtMs: null,
    },
    row: { kind: 'update', status: next, text, components: componentsOf(joined) },
  };
}

/** What more evidence makes of an incident: its severity never falls by itself. */
function gravityOf(
  { severity }: Incident,
  evidence: Evidence[],
  { policy, seen }: Desk,
): Pick<MonitorPart, 'title' | 'severity' | 'evidence'> {
  const newest = new Map(evidence.map((one) => [one.service, one]));
  const named = [...newest.values()].map((one) => {
    const service = seen.find(({ serviceName }) => serviceName === one.service);
    return { ...one, displayName: service?.displayName ?? one.service };
  });
  return {
    evidence,
    title: titleOf(named),
    severity: graver(severity, severityOf(evidence, policy)),
  };
}

function componentsOf(outages: readonly Evidence[]) {
  return outages.map(({ service, state }) => ({ service, state }));
}

function goOn(incident: Incident, desk: Desk): Step | null {
  if (!isLed(incident)) return null;
  const services = new Set(incident.evidence.map(({ service }) => service));
  const about = desk.seen.filter(({ serviceName }) => services.has(serviceName));
  const red = about.filter((service) => colorOf(service) === 'red');
  if (red.length > 0) return worsen(incident, red, desk) ?? goOnRed(incident, red, desk.nowMs);
  // What nobody can see is neither well nor ill, and what is not checked any more never says that it is over.
  const isWell = about.length > 0 && about.every((service) => colorOf(service) === 'green');
  return isWell ? goOnGreen(incident, about, desk) : null;
}

/** A partial outage that became a major one. */
function worsen(incident: Incident, red: readonly SeenService[], desk: Desk): Step | null {
  const worse = red.flatMap(({ outage, displayName }) => {
    const known = incident.evidence.find((one) => isSame(one, outage));
    const isWorse = known?.state === 'partial_outage' && outage?.state === 'major_outage';
    return isWorse ? [{ ...outage, displayName }] : [];
  });
  if (worse.length === 0) return null;
  const evidence = incident.evidence.map((one) => {
    const now = worse.find((other) => isSame(one, other));
    return now === undefined ? one : { ...one, state: now.state };
  });
  const { status } = incident;
  return {
    kind: 'worsen',
    set: gravityOf(incident, evidence, desk),
    row: { kind: 'update', status, text: sayOutage(worse), components: componentsOf(worse) },
  };
}

function isSame(one: Evidence, other: Evidence | null): boolean {
  return one.service === other?.service && one.sinceMs === other.sinceMs;
}

function goOnRed(
  { status, publishedAtMs, publishByMs }: Incident,
  red: readonly SeenService[],
  nowMs: number,
): Step | null {
  if (status === 'MONITORING') {
    const text = sayRelapse(red.map(({ displayName }) => displayName));
    const set = { status: 'INVESTIGATING', mitigatedAtMs: null } as const;
    const components = componentsOf(red.flatMap(({ outage }) => outage ?? []));
    return { kind: 'relapse', set, row: { kind: 'update', status: set.status, text, components } };
  }
  if (publishedAtMs !== null || publishByMs === null || publishByMs > nowMs) return null;
  const text = 'Published by the monitor: nobody had decided in time';
  const set = { publishedAtMs: nowMs, publishByMs: null };
  return { kind: 'publish', set, row: { kind: 'note', status, text, components: [] } };
}

function goOnGreen(
  { status, mitigatedAtMs }: Incident,
  about: readonly SeenService[],
  { policy, nowMs }: Desk,
): Step | null {
  if (status !== 'MONITORING') {
    const sinceMs = Math.max(...about.map((service) => service.sinceMs));
    const text = sayRecovery(
      about.map(({ displayName }) => displayName),
      sinceMs,
    );
    const row = { kind: 'update', status: 'MONITORING', text, components: allWell(about) } as const;
    return { kind: 'recover', set: { status: 'MONITORING', mitigatedAtMs: sinceMs }, row };
  }
  if (mitigatedAtMs !== null && nowMs - mitigatedAtMs < policy.resolveAfterMs) return null;
  const set = { status: 'RESOLVED', resolvedAtMs: nowMs, publishByMs: null } as const;
  const text = sayEnd(mitigatedAtMs);
  return {
    kind: 'resolve',
    set,
    row: { kind: 'update', status: set.status, text, components: [] },
  };
}

function allWell(about: readonly SeenService[]) {
  return about.map(({ serviceName }) => {
    const state: ComponentState = 'operational';
    return { service: serviceName, state };
  });
}
