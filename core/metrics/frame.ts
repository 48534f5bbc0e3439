/**
 * What one scrape gave, and what Pharos itself measured beside it. A series that is not in it was not there: its value is
 * never zero, and never the one before.
 */
export type Frame = {
  /** Start of the slot that the scrape belongs to, in milliseconds: the frame's name. */
  slotMs: number;
  /** When the origin was asked, in milliseconds: the time of every sample. */
  atMs: number;
  /** Of probe rounds alone, between two scrapes: it ends no series. Only memory has such frames. */
  isPartial?: true;
  /** Why there is nothing of the origin; null when there is. */
  reason: string | null;
  /** The process that answered, as it calls itself; null when it does not say. */
  instance: string | null;
  /** Since when that process runs, in milliseconds; null when it does not say. */
  startMs: number | null;
  /** How many series had no room. */
  dropped: number;
  /** Texts of the series as `formatSeries` writes them, and the value of each. */
  keys: readonly string[];
  values: Float64Array;
};
