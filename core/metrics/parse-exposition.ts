import {
  createSamples,
  fail,
  LIMITS,
  resizeSamples,
  type Limits,
  type Samples,
  type State,
} from './exposition-state.ts';
import { countDropped, type Format } from './family.ts';
import { readLines, refuseForeign } from './read-lines.ts';
import { beginScrape, type SeriesIndex } from './series-index.ts';

type Options = {
  /** Kept from one scrape to the next: what it knows costs little. */
  index: SeriesIndex;
  /** The families to keep; without it, all. */
  wanted?: ReadonlySet<string>;
  /** How many samples of a family have room; without it, all. */
  room?: number;
  format?: Format;
  limits?: Limits;
};

/** What a whole exposition held. */
export type Exposition = {
  /** All of its samples, those that are not kept too. */
  sampleCount: number;
  familyCount: number;
  /** Those of wanted families that found no room. */
  droppedCount: number;
  kept: Samples;
};

export type ExpositionParser = {
  /** Takes the next piece of the text, cut anywhere. Throws an ExpositionError; after that there is nothing to end. */
  push: (chunk: string) => void;
  /** How many lines were read. */
  lineCount: () => number;
  /** To be called after the last piece. Throws an ExpositionError when the text breaks off. */
  end: () => Exposition;
};

const FIRST_ROOM = 1024;
/** An index forgets when it knows so many times what has room. */
const ROOMS_KNOWN = 4;

/**
 * Reads the text format of Prometheus or of OpenMetrics piece by piece, strictly, in one pass:
 * https://prometheus.io/docs/instrumenting/exposition_formats/
 *
 * Families that are not wanted are passed over by their lines' beginnings, which is exact where each of them has a TYPE
 * line. Any breach of the format or of a limit throws: half a text is worse than none.
 */
export function createExpositionParser(options: Options): ExpositionParser {
  const state = createState(options);
  // What came after the last end of a line.
  let carry = '';
  return {
    push(chunk) {
      const last = chunk.lastIndexOf('\n');
      const text = carry === '' ? chunk : carry + chunk;
      if (last < 0) {
        carry = text;
        return;
      }
      const end = text.length - chunk.length + last + 1;
      carry = text.slice(end);
      readLines(state, text, end);
    },
    lineCount: () => state.line,
    end() {
      refuseBroken(state, carry);
      const { sampleCount, families, kept } = state;
      return {
        sampleCount,
        familyCount: families.count,
        droppedCount: countDropped(families),
        kept: resizeSamples(kept, kept.count),
      };
    },
  };
}

function createState(options: Options): State {
  const { index, wanted = null, room = Infinity, format = 'text', limits = LIMITS } = options;
  beginScrape(index, ROOMS_KNOWN * Math.min(room, limits.samples));
  return {
    index,
    families: { format, byName: new Map(), count: 0, wanted, room },
    limits,
    line: 0,
    sampleCount: 0,
    kept: createSamples(FIRST_ROOM),
    previous: 0,
    name: '',
    family: null,
    passed: null,
    hasBegun: false,
    hasEnded: false,
  };
}

function refuseBroken(state: State, carry: string) {
  if (carry !== '') {
    state.line += 1;
    if (!state.hasBegun) refuseForeign(state, carry);
    fail(state, 'the text breaks off in the middle of a line');
  }
  if (state.families.format === 'openmetrics' && !state.hasEnded) {
    fail(state, 'the text does not end with # EOF');
  }
}
