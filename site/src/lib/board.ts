import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { DAYS_SHOWN } from './days.ts';
import { durationWords } from './duration-words.ts';
import { toServiceCard, type ServiceCard } from './service-card.ts';
import { BAR_STATES, type BarState } from './state.ts';
import { utcDay, utcMinute, utcSecond } from './utc-words.ts';

export type Board = {
  cards: ServiceCard[];
  axis: Axis;
  hasUptime: boolean;
  latencyTitle: string;
  /** The looks that occur in the strips. */
  key: BarState[];
  /** How much of the time was measured, if that is the same for each uptime; else it stands beside each. */
  coverage: string | null;
};

/** What stands at the two ends of the strips. */
type Axis = { start: string; end: string };

const DAY_MS = 86_400_000;

export function toBoard(snapshot: Snapshot, isOld: boolean): Board {
  const { recent, services } = snapshot;
  const hasDays = services.some(({ days }) => days !== null);
  const cards = services.map((service) =>
    toServiceCard(service, {
      fromMs: Date.parse(recent.from),
      barSec: recent.barSec,
      isOld,
      hasDays,
      isInWork: isInWork(snapshot, service.serviceName),
    }),
  );
  const coverage = commonCoverage(cards);
  const drawn = new Set(cards.flatMap(({ strip }) => strip.map(({ state }) => state)));
  return {
    cards: coverage === null ? cards : cards.map(withoutCoverage),
    axis: axisOf(snapshot, { isOld, hasDays }),
    hasUptime: cards.some(({ uptime }) => uptime !== null),
    latencyTitle: hasDays ? `Latency, ${durationWords(hourSec(snapshot))}` : 'Latency',
    key: BAR_STATES.filter((state) => drawn.has(state)),
    coverage,
  };
}

function commonCoverage(cards: readonly ServiceCard[]): string | null {
  const told = cards.flatMap(({ uptime }) => (uptime?.percent ? [uptime.coverage] : []));
  return told.every((coverage) => coverage === told[0]) ? (told[0] ?? null) : null;
}

function withoutCoverage(card: ServiceCard): ServiceCard {
  const { uptime } = card;
  return uptime?.percent ? { ...card, uptime: { ...uptime, coverage: null } } : card;
}

function isInWork({ maintenance }: Snapshot, serviceName: string): boolean {
  return maintenance.some(
    ({ isUnderWay, services }) => isUnderWay && services.includes(serviceName),
  );
}

function axisOf(
  snapshot: Snapshot,
  { isOld, hasDays }: Record<'isOld' | 'hasDays', boolean>,
): Axis {
  if (hasDays)
    return isOld ? pastDays(snapshot) : { start: `${DAYS_SHOWN} days ago`, end: 'today' };
  return isOld
    ? pastHour(snapshot)
    : { start: `${durationWords(hourSec(snapshot))} ago`, end: 'now' };
}

function pastDays({ generatedAt }: Snapshot): Axis {
  const endMs = Date.parse(generatedAt);
  return { start: utcDay(endMs - (DAYS_SHOWN - 1) * DAY_MS), end: utcDay(endMs) };
}

function pastHour({ recent, generatedAt }: Snapshot): Axis {
  const clock = recent.barSec < 60 ? utcSecond : utcMinute;
  return { start: clock(Date.parse(recent.from)), end: `${clock(Date.parse(generatedAt))} UTC` };
}

/** How long the bars of the last hour are together: an hour, unless checks come faster. */
function hourSec({ recent, services }: Snapshot): number {
  const barCount = Math.max(0, ...services.map((service) => service.recent.results.length));
  return barCount * recent.barSec;
}
