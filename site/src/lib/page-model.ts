import type { MaintenanceSnapshot } from '../../../core/snapshot/maintenance-snapshot.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { toAside, type Aside } from './aside.ts';
import { FIRST_BANNER, toBanner, toOldBanner, type Banner } from './banner.ts';
import { toBoard, type Board } from './board.ts';
import { durationWords } from './duration-words.ts';
import { fitTexts } from './fit-texts.ts';
import { toIncidentCard, type IncidentCard } from './incident-card.ts';
import { isOld, toLiveData, type LiveData } from './live-data.ts';
import { toMarkLines } from './mark-lines.ts';
import { toNotice, type Notice } from './notice.ts';
import { toPast, type Past } from './past.ts';
import { tabTitle, toProduct, type Product } from './product.ts';
import { iconHref } from './shapes.ts';
import { utcDay, utcMinute } from './utc-words.ts';
import { toCurrentWork, type CurrentWork } from './work-card.ts';

/** What the browser's tab shows. */
export type Tab = { title: string; icon: string };

/** All that the page shows. */
export type PageModel = {
  product: Product;
  tab: Tab;
  description: string;
  /** A word from the people on duty. */
  notice: Notice | null;
  banner: Banner;
  /** Where words and measurements do not agree. */
  marks: string[];
  incidents: IncidentCard[];
  work: CurrentWork[];
  /** Null when there is no snapshot. */
  board: Board | null;
  aside: Aside;
  past: Past | null;
  facts: string[];
  isOld: boolean;
  /** What takes the place of banner and tab when no newer data comes; null when it has. */
  later: { banner: Banner; tab: Tab } | null;
  /** Null before the first result. */
  live: LiveData | null;
};

export function toPageModel(published: Snapshot | null, nowMs: number): PageModel {
  if (published === null) return firstRun();
  const snapshot = fitTexts(published);
  const product = toProduct(snapshot);
  const old = isOld(snapshot, nowMs);
  const oldBanner = toOldBanner(snapshot, nowMs);
  const page = { services: snapshot.services, nowMs };
  const banner = old ? oldBanner : toBanner(snapshot);
  return {
    product,
    tab: toTab(banner, product),
    description: describe(banner, snapshot),
    notice: toNotice(snapshot, nowMs),
    banner,
    marks: toMarkLines(snapshot, nowMs),
    incidents: snapshot.incidents.map((incident) => toIncidentCard(incident, page)),
    work: snapshot.maintenance.filter(isUnderWay).map((work) => toCurrentWork(work, page)),
    board: toBoard(snapshot, old),
    aside: toAside(snapshot, page),
    past: banner === FIRST_BANNER ? null : toPast(snapshot),
    facts: factsOf(snapshot),
    isOld: old,
    later: old ? null : { banner: oldBanner, tab: toTab(oldBanner, product) },
    live: banner === FIRST_BANNER ? null : toLiveData(snapshot, nowMs),
  };
}

function firstRun(): PageModel {
  const product = toProduct(null);
  return {
    product,
    tab: toTab(FIRST_BANNER, product),
    description: `${FIRST_BANNER.title}. ${FIRST_BANNER.verdict}`,
    notice: null,
    banner: FIRST_BANNER,
    marks: [],
    incidents: [],
    work: [],
    board: null,
    aside: { planned: [], more: null, links: [] },
    past: null,
    facts: [],
    isOld: false,
    later: null,
    live: null,
  };
}

function isUnderWay(work: MaintenanceSnapshot): boolean {
  return work.isUnderWay;
}

function toTab({ title, state }: Banner, product: Product): Tab {
  return { title: tabTitle(title, product), icon: iconHref(state) };
}

function describe({ title, verdict }: Banner, { product, checkEverySec }: Snapshot): string {
  return `${title}. ${verdict} ${product.name} is checked from outside every ${durationWords(checkEverySec)}.`;
}

function factsOf({ checkEverySec, watchingSince }: Snapshot): string[] {
  const sinceMs = Date.parse(watchingSince);
  return [
    `Each service is checked from outside every ${durationWords(checkEverySec)}.`,
    `Watched by Pharos since ${utcDay(sinceMs)}, ${utcMinute(sinceMs)}.`,
    'All times are UTC.',
  ];
}
