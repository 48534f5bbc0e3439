import type { Frame } from '../../../core/metrics/frame.ts';
import { createSeriesIndex, type SeriesIndex } from '../../../core/metrics/series-index.ts';
import type { SeriesList } from './series-list.ts';

/** What an isolate keeps of one origin from tick to tick; all of it can be read again. */
export type WindowMemory = {
  /** A name for the origin that is no address. */
  origin: string;
  frames: Map<number, Frame>;
  lists: Map<string, SeriesList>;
  /** The list that frames are written by now. */
  list: SeriesList | null;
  /** By list: when it was written last, in milliseconds. */
  writtenMs: Map<string, number>;
  /** By slot: when it was asked for and was not there, in milliseconds. */
  askedMs: Map<number, number>;
  /** What the parser knows of the origin's series. */
  index: SeriesIndex;
};

const MOST_LISTS = 20;

export function createWindowMemory(origin: string): WindowMemory {
  return {
    origin,
    frames: new Map(),
    lists: new Map(),
    list: null,
    writtenMs: new Map(),
    askedMs: new Map(),
    index: createSeriesIndex(),
  };
}

/** Forgets the frames before a time, and the oldest lists where there are many. */
export function forgetBefore(memory: WindowMemory, sinceMs: number): void {
  const { frames, askedMs, lists, writtenMs } = memory;
  for (const slotMs of frames.keys()) if (slotMs < sinceMs) frames.delete(slotMs);
  for (const slotMs of askedMs.keys()) if (slotMs < sinceMs) askedMs.delete(slotMs);
  for (const hash of [...lists.keys()].slice(0, -MOST_LISTS)) {
    lists.delete(hash);
    writtenMs.delete(hash);
  }
}
