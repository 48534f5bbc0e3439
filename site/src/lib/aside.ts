import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import type { Page } from './incident-card.ts';
import type { Link } from './product.ts';
import { toPlannedWork, type PlannedWork } from './work-card.ts';

/** What stands beside the services: the next planned work, and the ways to be told. */
export type Aside = { planned: PlannedWork[]; more: string | null; links: Link[] };

const MOST_PLANNED = 3;

export function toAside({ maintenance }: Snapshot, page: Page, links: Link[] = []): Aside {
  const planned = maintenance.filter(({ isUnderWay }) => !isUnderWay);
  const hidden = planned.length - MOST_PLANNED;
  return {
    planned: planned.slice(0, MOST_PLANNED).map((work) => toPlannedWork(work, page)),
    more: hidden > 0 ? `And ${hidden} more later.` : null,
    links,
  };
}
