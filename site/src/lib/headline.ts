import type { MaintenanceSnapshot } from '../../../core/snapshot/maintenance-snapshot.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { durationWords } from './duration-words.ts';
import { listWords } from './list-words.ts';
import { toMoment } from './moment.ts';
import { groupServices, type ServiceGroups } from './service-groups.ts';
import { stateOfStatus, type State } from './state.ts';

/** What the page says first. It never says more than was measured. */
export type Headline = { state: State; title: string; verdict: string; details: string[] };

export const NOTHING_MEASURED: Headline = {
  state: 'unknown',
  title: 'Nothing measured yet',
  verdict: 'Too early to tell.',
  details: ['No result has reached this page so far; it reloads itself until one does.'],
};

export function headlineOf(snapshot: Snapshot): Headline {
  const { services, overall, incidents } = snapshot;
  if (services.every(({ lastCheckedAt }) => lastCheckedAt === null)) return NOTHING_MEASURED;
  const groups = groupServices(services);
  const isTroubled = groups.degraded.length + groups.down.length > 0;
  if (incidents.length > 0 && !isTroubled) return someReported(snapshot, groups);
  const work = coveringWork(snapshot);
  if (work.length > 0) return workUnderWay(snapshot, { work, groups });
  switch (stateOfStatus(overall)) {
    case 'up':
      return allUp(snapshot);
    case 'degraded':
      return someDegraded(groups);
    case 'down':
      return someDown(snapshot, groups);
    case 'unknown':
      return someUnseen(groups);
  }
}

function allUp({ services, checkEverySec }: Snapshot): Headline {
  const count = services.length === 1 ? 'One service' : `${services.length} services, each`;
  return {
    state: 'up',
    title: 'All systems operational',
    verdict: 'Every check from outside passes.',
    details: [`${count} checked every ${durationWords(checkEverySec)}.`],
  };
}

// No verb that bends: a name may stand for one thing or for many.
function someDegraded(groups: ServiceGroups): Headline {
  const { degraded, unknown, up } = groups;
  return {
    state: 'degraded',
    title: `${subjectOf(degraded, groups)} degraded`,
    verdict: 'Slow or failing in part.',
    details: [...counted('Degraded', degraded), ...unseen(unknown), ...passing(up)],
  };
}

function someDown({ services, product }: Snapshot, groups: ServiceGroups): Headline {
  const { down, degraded, unknown, up } = groups;
  const isProductDown = services.some(
    ({ serviceName, status }) => serviceName === 'api-server' && status === 'DOWN',
  );
  return {
    state: 'down',
    title: isProductDown ? `${product.name} is down` : `${subjectOf(down, groups)} down`,
    verdict: 'Failing our checks from outside.',
    details: [
      ...(isProductDown ? listed('Down', down) : counted('Down', down)),
      ...listed('Degraded', degraded),
      ...unseen(unknown),
      ...passing(up),
    ],
  };
}

function someUnseen(groups: ServiceGroups): Headline {
  const { unknown, up } = groups;
  const subject = up.length === 0 ? 'any service' : subjectOf(unknown, groups);
  return {
    state: 'unknown',
    title: `We can’t see ${subject}`,
    verdict:
      up.length === 0 ? 'No check tells how things are.' : 'Every check we could make passes.',
    details: up.length === 0 ? [] : counted('Unknown', unknown),
  };
}

// People say that there is trouble, and no check fails: the page believes the people.
function someReported({ incidents }: Snapshot, { unknown }: ServiceGroups): Headline {
  const isWatched = incidents.every(({ updates }) => updates[0]?.status === 'MONITORING');
  const count = incidents.length === 1 ? 'An incident is' : `${incidents.length} incidents are`;
  const checks = unknown.length === 0 ? 'Every check from outside' : 'Every check we could make';
  return {
    state: 'degraded',
    title: isWatched ? 'Recovering, still being watched' : 'There is trouble our checks don’t see',
    verdict: `${count} open.`,
    details: [`${checks} passes.`, ...unseen(unknown)],
  };
}

function workUnderWay(
  { generatedAt }: Snapshot,
  { work, groups }: { work: readonly MaintenanceSnapshot[]; groups: ServiceGroups },
): Headline {
  const { down, degraded, unknown, up } = groups;
  const end = work.reduce(
    (latest, { to }) => (Date.parse(to) > Date.parse(latest) ? to : latest),
    generatedAt,
  );
  const isFine = down.length + degraded.length + unknown.length === 0;
  return {
    state: 'maintenance',
    title: 'Maintenance under way',
    verdict: `It’s us, on purpose, until ${toMoment(end, Date.parse(generatedAt)).words} UTC.`,
    details: [
      ...listed('Down meanwhile', down),
      ...listed('Degraded meanwhile', degraded),
      ...unseen(unknown),
      ...(isFine ? ['Every check from outside passes.'] : passing(up)),
    ],
  };
}

/**
 * The work under way, if it accounts for whatever is not up. Work that runs over its time, and trouble elsewhere, leave
 * the word to what is measured; while something is known to fail, what nobody could see is no trouble elsewhere.
 */
function coveringWork({ services, maintenance, generatedAt, incidents }: Snapshot) {
  const work = maintenance.filter(
    ({ isUnderWay, to }) => isUnderWay && Date.parse(to) >= Date.parse(generatedAt),
  );
  const troubled = services.filter(({ status }) => status === 'DOWN' || status === 'DEGRADED');
  const unseenServices = services.filter(({ status }) => status === 'UNKNOWN');
  const toCover = troubled.length > 0 ? troubled : unseenServices;
  const isCovered = toCover.every(({ serviceName }) =>
    work.some((one) => one.services.includes(serviceName)),
  );
  return isCovered && incidents.length === 0 ? work : [];
}

const MOST_NAMED = 2;

function subjectOf(names: readonly string[], groups: ServiceGroups): string {
  if (names.length <= MOST_NAMED) return listWords(names);
  const all = Object.values(groups).flat().length;
  return names.length === all ? `All ${all} services` : `${names.length} of ${all} services`;
}

/** The names that a headline only counts. */
function counted(word: string, names: readonly string[]): string[] {
  return names.length <= MOST_NAMED ? [] : listed(word, names);
}

function listed(word: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${word}: ${listWords(names)}.`];
}

function unseen(names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`We can’t see ${listWords(names)}.`];
}

function passing(names: readonly string[]): string[] {
  return names.length === 0 ? [] : ['Every other check passes.'];
}
