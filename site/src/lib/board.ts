import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { durationWords } from './duration-words.ts';
import { toServiceCard, type ServiceCard } from './service-card.ts';
import { utcMinute, utcSecond } from './utc-words.ts';

export type Board = { cards: ServiceCard[]; axis: Axis; hasUptime: boolean };

/** What stands at the two ends of the strips. */
type Axis = { start: string; end: string };

export function toBoard(snapshot: Snapshot, isOld: boolean): Board {
  const { barSec } = snapshot.recent;
  const fromMs = Date.parse(snapshot.recent.from);
  const cards = snapshot.services.map((service) =>
    toServiceCard(service, { fromMs, barSec, isOld }),
  );
  const hasUptime = cards.some(({ uptime }) => uptime !== null);
  return { cards, axis: isOld ? pastAxis(snapshot) : presentAxis(snapshot), hasUptime };
}

function presentAxis({ recent, services }: Snapshot): Axis {
  const barCount = Math.max(0, ...services.map((service) => service.recent.results.length));
  return { start: `${durationWords(barCount * recent.barSec)} ago`, end: 'now' };
}

function pastAxis({ recent, generatedAt }: Snapshot): Axis {
  const clock = recent.barSec < 60 ? utcSecond : utcMinute;
  return { start: clock(Date.parse(recent.from)), end: `${clock(Date.parse(generatedAt))} UTC` };
}
