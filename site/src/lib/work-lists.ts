import type { HistorySnapshot } from '../../../core/snapshot/history-snapshot.ts';
import type { MaintenanceRecord } from '../../../core/snapshot/maintenance-snapshot.ts';
import { durationWords } from './duration-words.ts';
import type { Page } from './incident-card.ts';
import { toCurrentWork, toPlannedWork, type CurrentWork, type PlannedWork } from './work-card.ts';

/** Work that is over, or will not take place. */
type PastWork = PlannedWork & { outcome: string };

/** All that the page of planned work shows. */
export type WorkLists = { now: CurrentWork[]; coming: PlannedWork[]; past: PastWork[] };

export function toWorkLists({ maintenance }: HistorySnapshot, page: Page): WorkLists {
  const of = (state: MaintenanceRecord['state']) =>
    maintenance.filter((work) => work.state === state);
  const past = maintenance.filter(({ state }) => state === 'completed' || state === 'cancelled');
  return {
    now: of('started').map((work) => toCurrentWork(work, page)),
    coming: of('announced')
      .map((work) => toPlannedWork(work, page))
      .toReversed(),
    past: past.map((work) => ({ ...toPlannedWork(work, page), outcome: outcomeOf(work) })),
  };
}

function outcomeOf({ state, to, endedAt }: MaintenanceRecord): string {
  if (state === 'cancelled') return 'Cancelled';
  const overSec = (Date.parse(endedAt ?? to) - Date.parse(to)) / 1000;
  if (overSec >= 60) {
    return `Ran ${durationWords(overSec)} over: what failed in that time counts as an outage`;
  }
  return overSec <= -60 ? `Done ${durationWords(-overSec)} early` : 'Done in time';
}
