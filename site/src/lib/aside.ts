import type { MaintenanceSnapshot } from '../../../core/snapshot/maintenance-snapshot.ts';
import type { Fitted } from './fit-page.ts';
import type { Page } from './incident-card.ts';
import type { Link } from './product.ts';
import { toPlannedWork, type PlannedWork } from './work-card.ts';

/** What stands beside the services: the next planned work, and the ways to be told. */
export type Aside = { planned: PlannedWork[]; more: string | null; links: Link[] };

export function toAside(
  { shown, left }: Fitted<MaintenanceSnapshot>,
  page: Page,
  links: Link[] = [],
): Aside {
  return {
    planned: shown.map((work) => toPlannedWork(work, page)),
    more: left > 0 ? moreWords(shown.length, left) : null,
    links,
  };
}

function moreWords(shown: number, left: number): string {
  return shown === 0 ? `${left} announced.` : `And ${left} more later.`;
}
