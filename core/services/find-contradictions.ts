import type { ComponentState, Incident } from '../incidents/incident.ts';
import { stateOfWindow, type MaintenanceWindow } from '../incidents/maintenance-window.ts';
import { colorOf, type SeenService } from '../incidents/seen-service.ts';
import type { Mark } from '../snapshot/mark.ts';

export type Contradiction = {
  kind: Mark['kind'];
  services: string[];
  /** The incident or the work that it is about. */
  about: string | null;
  sinceMs: number;
  /** What to do about it. */
  advice: string;
  /** It has lasted so long that visitors are told. */
  isPublic: boolean;
};

/** How long each may last until admins are warned, and until visitors are told. */
export type Patience = { warnMs: number; tellMs: number; usualMs: number };

/** An incident with what it says of each service by now, as far as it says anything. */
type Said = Incident & { claims: Readonly<Record<string, ComponentState>> };

export type Claims = {
  seen: readonly SeenService[];
  incidents: readonly Said[];
  windows: readonly MaintenanceWindow[];
  patience: Patience;
  nowMs: number;
};

/**
 * Where people's words and the measurements do not agree, or a promise is not kept. Drafts say nothing to visitors, so
 * what only a draft tells is unsaid.
 */
export function findContradictions(claims: Claims): Contradiction[] {
  const open = claims.incidents.filter(
    ({ status, publishedAtMs }) => status !== 'RESOLVED' && publishedAtMs !== null,
  );
  return [
    ...findUnsaid(claims, open),
    ...open.flatMap((incident) => [
      ...findUnseen(claims, incident),
      ...findLate(claims, incident),
      ...findLong(claims, incident),
    ]),
    ...findOverruns(claims),
  ];
}

/** Evidence is red, and no public incident speaks of it, or one says that it is well. */
function findUnsaid({ seen, patience, nowMs }: Claims, open: Said[]): Contradiction[] {
  return seen.flatMap((service) => {
    const { serviceName, outage, isInWork } = service;
    if (outage === null || isInWork || colorOf(service) !== 'red') return [];
    if (open.some((incident) => speaksOf(incident, serviceName))) return [];
    const found = {
      kind: 'unsaid-outage' as const,
      services: [serviceName],
      about: null,
      sinceMs: outage.sinceMs,
      advice: 'Publish an incident about it, or dismiss the draft with the reason',
    };
    return judge(found, patience, nowMs);
  });
}

function speaksOf({ services, claims }: Said, serviceName: string): boolean {
  return services.includes(serviceName) && claims[serviceName] !== 'operational';
}

/** The page says trouble, and every service of it has been well: only where no one is watching a recovery. */
function findUnseen({ seen, patience, nowMs }: Claims, incident: Incident): Contradiction[] {
  const about = seen.filter(({ serviceName }) => incident.services.includes(serviceName));
  if (incident.status === 'MONITORING' || about.length === 0) return [];
  if (about.some((service) => colorOf(service) !== 'green')) return [];
  const sinceMs = Math.max(incident.startedAtMs, ...about.map((service) => service.sinceMs));
  const found = {
    kind: 'unseen-trouble' as const,
    services: incident.services,
    about: incident.id,
    sinceMs,
    advice: 'Move it to monitoring, or say what our checks cannot see',
  };
  return judge(found, patience, nowMs);
}

/** The next word was promised by now. */
function findLate({ patience, nowMs }: Claims, incident: Incident): Contradiction[] {
  if (incident.nextUpdateByMs === null || incident.nextUpdateByMs >= nowMs) return [];
  return [
    {
      kind: 'late-update',
      services: incident.services,
      about: incident.id,
      sinceMs: incident.nextUpdateByMs,
      advice: 'Say how it goes, and when the next word comes',
      isPublic: nowMs - incident.nextUpdateByMs >= patience.warnMs,
    },
  ];
}

/** Open longer than is usual. */
function findLong({ patience, nowMs }: Claims, incident: Incident): Contradiction[] {
  if (nowMs - incident.startedAtMs <= patience.usualMs) return [];
  return [
    {
      kind: 'long-incident',
      services: incident.services,
      about: incident.id,
      sinceMs: incident.startedAtMs,
      advice: 'Resolve it, or say why it takes so long',
      isPublic: false,
    },
  ];
}

/** Work goes on beyond the time that was announced. */
function findOverruns({ windows, patience, nowMs }: Claims): Contradiction[] {
  return windows.flatMap((window) => {
    if (stateOfWindow(window) !== 'started' || window.endsAtMs >= nowMs) return [];
    return [
      {
        kind: 'late-work' as const,
        services: window.services,
        about: window.id,
        sinceMs: window.endsAtMs,
        advice: 'Complete it, or open an incident: what fails counts as an outage',
        isPublic: nowMs - window.endsAtMs >= patience.warnMs,
      },
    ];
  });
}

type Found = Omit<Contradiction, 'isPublic'>;

function judge(found: Found, { warnMs, tellMs }: Patience, nowMs: number): Contradiction[] {
  const lastsMs = nowMs - found.sinceMs;
  return lastsMs < warnMs ? [] : [{ ...found, isPublic: lastsMs >= tellMs }];
}

/** What visitors are told of it. */
export function toMarks(contradictions: readonly Contradiction[]): Mark[] {
  return contradictions
    .filter(({ isPublic }) => isPublic)
    .map(({ kind, services, about, sinceMs }) => {
      return { kind, services, about, since: new Date(sinceMs).toISOString() };
    });
}
