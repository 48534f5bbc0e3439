import { isOld } from '../../../core/snapshot/is-old.ts';
import { currentBanner } from '../../../core/snapshot/banner.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { toAside, type Aside } from './aside.ts';
import { FIRST_BANNER, toBanner, toOldBanner, type Banner } from './banner.ts';
import { toBoard, type Board } from './board.ts';
import { durationWords } from './duration-words.ts';
import { fitIncidents, fitLines, fitNotice, fitPast, fitWork } from './fit-page.ts';
import { fitRows } from './fit-rows.ts';
import { toIncidentCard, type IncidentCard } from './incident-card.ts';
import { toLiveData, type LiveData } from './live-data.ts';
import { toMarkLines } from './mark-lines.ts';
import { toNotice, type Notice } from './notice.ts';
import { toPast, type Past } from './past.ts';
import { tabTitle, toProduct, type Product } from './product.ts';
import { roomBeside } from './room-beside.ts';
import { iconHref } from './shapes.ts';
import { utcDayMinute } from './utc-words.ts';
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
  /** What the page has no room for, of what goes on now. */
  more: string | null;
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
  const snapshot = { ...published, banner: currentBanner(published.banner, nowMs) };
  const product = toProduct(snapshot);
  const old = isOld(snapshot, nowMs);
  const oldBanner = toOldBanner(snapshot, nowMs);
  const page = { services: snapshot.services, nowMs };
  const banner = old ? oldBanner : toBanner(snapshot);
  const board = toBoard(snapshot, old);
  // In the order in which they ask for room.
  const room = roomBeside(board);
  const notice = fitNotice(snapshot, room);
  const marks = fitLines(toMarkLines(snapshot, nowMs), room);
  const incidents = fitIncidents(snapshot, room);
  const work = fitWork(snapshot, 'under way', room);
  const planned = fitWork(snapshot, 'planned', room);
  const cards = fitRows(board.cards, room);
  const past = fitPast(snapshot, room);
  return {
    product,
    tab: toTab(banner, product),
    description: describe(banner, snapshot),
    notice: toNotice(notice, nowMs),
    banner,
    marks,
    incidents: incidents.shown.map((incident) => toIncidentCard(incident, page)),
    work: work.shown.map((one) => toCurrentWork(one, page)),
    more: moreWords(incidents.left, work.left),
    board: { ...board, cards },
    aside: toAside(planned, page),
    past: banner === FIRST_BANNER ? null : toPast(snapshot, past),
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
    more: null,
    board: null,
    aside: { planned: [], more: null, links: [] },
    past: null,
    facts: [],
    isOld: false,
    later: null,
    live: null,
  };
}

function moreWords(incidents: number, work: number): string | null {
  const incidentWords = incidents === 1 ? '1 more incident is' : `${incidents} more incidents are`;
  const parts = [
    ...(incidents > 0 ? [`${incidentWords} open.`] : []),
    ...(work > 0
      ? [`${work} more ${work === 1 ? 'maintenance is' : 'maintenances are'} under way.`]
      : []),
  ];
  return parts.length === 0 ? null : parts.join(' ');
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
    `Watched by Pharos since ${utcDayMinute(sinceMs)}.`,
    'All times are UTC.',
  ];
}
