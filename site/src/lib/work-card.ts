import type { MaintenanceSnapshot } from '../../../core/snapshot/maintenance-snapshot.ts';
import { elementId } from './element-id.ts';
import { durationWords } from './duration-words.ts';
import type { Page } from './incident-card.ts';
import { minuteIso, spanWords, toMoment, type Moment } from './moment.ts';
import { nameServices } from './name-services.ts';
import { toTextParts, type TextPart } from './text-parts.ts';
import { utcDate } from './utc-words.ts';

type Work = { id: string; title: string; services: string; text: TextPart[] };

/** Work that is to come. */
export type PlannedWork = Work & { iso: string; when: string };

/** Work that is under way: minutes used and given, and the same in words. */
export type CurrentWork = Work & {
  from: Moment;
  to: Moment;
  announced: string;
  used: number;
  given: number;
  progress: string;
};

export function toPlannedWork(work: MaintenanceSnapshot, page: Page): PlannedWork {
  const fromMs = Date.parse(work.from);
  const when = `${spanWords(fromMs, Date.parse(work.to))} UTC`;
  return { ...toWork(work, page), iso: minuteIso(fromMs), when };
}

export function toCurrentWork(work: MaintenanceSnapshot, page: Page): CurrentWork {
  const { from, to, announcedAt } = work;
  const given = minutesBetween(Date.parse(from), Date.parse(to));
  const used = minutesBetween(Date.parse(from), page.nowMs);
  return {
    ...toWork(work, page),
    from: toMoment(from, page.nowMs),
    to: toMoment(to, page.nowMs),
    announced: utcDate(Date.parse(announcedAt)),
    used: Math.min(used, given),
    given,
    progress: progressWords(used, given),
  };
}

function toWork({ id, title, services, text }: MaintenanceSnapshot, page: Page): Work {
  return {
    id: elementId('work', id),
    title,
    services: nameServices(services, page.services).join(', '),
    text: toTextParts(text),
  };
}

function progressWords(used: number, given: number): string {
  if (used > given) return `${durationWords((used - given) * 60)} over its time`;
  return `${durationWords((given - used) * 60)} left`;
}

function minutesBetween(fromMs: number, toMs: number): number {
  return Math.max(0, Math.floor((toMs - fromMs) / 60_000));
}
