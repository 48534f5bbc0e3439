import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { FIRST_BANNER, toBanner, toOldBanner, type Banner } from './banner.ts';
import { toBoard, type Board } from './board.ts';
import { durationWords } from './duration-words.ts';
import { isOld, toLiveData, type LiveData } from './live-data.ts';
import { tabTitle, toProduct, type Product } from './product.ts';
import { iconHref } from './shapes.ts';
import { utcDay, utcMinute } from './utc-words.ts';

/** What the browser's tab shows. */
export type Tab = { title: string; icon: string };

/** All that the page shows. */
export type PageModel = {
  product: Product;
  tab: Tab;
  description: string;
  banner: Banner;
  /** Null when there is no snapshot. */
  board: Board | null;
  facts: string[];
  isOld: boolean;
  /** What takes the place of banner and tab when no newer data comes; null when it has. */
  later: { banner: Banner; tab: Tab } | null;
  /** Null before the first result. */
  live: LiveData | null;
};

export function toPageModel(snapshot: Snapshot | null, nowMs: number): PageModel {
  if (snapshot === null) return firstRun();
  const product = toProduct(snapshot);
  const old = isOld(snapshot, nowMs);
  const oldBanner = toOldBanner(snapshot, nowMs);
  const banner = old ? oldBanner : toBanner(snapshot);
  return {
    product,
    tab: toTab(banner, product),
    description: describe(banner, snapshot),
    banner,
    board: toBoard(snapshot, old),
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
    banner: FIRST_BANNER,
    board: null,
    facts: [],
    isOld: false,
    later: null,
    live: null,
  };
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
