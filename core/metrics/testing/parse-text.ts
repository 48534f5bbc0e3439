import type { Limits } from '../exposition-state.ts';
import { ExpositionError } from '../exposition-error.ts';
import type { Format } from '../family.ts';
import { createExpositionParser } from '../parse-exposition.ts';
import { createSeriesIndex, type SeriesIndex } from '../series-index.ts';

type Options = {
  index?: SeriesIndex;
  wanted?: ReadonlySet<string>;
  room?: number;
  format?: Format;
  limits?: Limits;
  /** Where the text is cut; without any, it comes whole. */
  cuts?: readonly number[];
};

type Sample = { series: string; value: number };

type Parsed = { sampleCount: number; droppedCount: number; samples: Sample[] };

/** The samples of a text with their series, or the message of its refusal. */
export function parseText(
  text: string,
  { index = createSeriesIndex(), cuts = [], ...options }: Options = {},
): Parsed | string {
  const parser = createExpositionParser({ index, ...options });
  const borders = [0, ...cuts.toSorted((a, b) => a - b), text.length];
  try {
    borders.slice(1).forEach((to, at) => parser.push(text.slice(borders[at], to)));
    const { sampleCount, droppedCount, kept } = parser.end();
    const samples = Array.from({ length: kept.count }, (_, at) => ({
      series: index.keys[kept.series[at] ?? -1] ?? '',
      value: kept.values[at] ?? 0,
    }));
    return { sampleCount, droppedCount, samples };
  } catch (error) {
    if (error instanceof ExpositionError) return error.message;
    throw error;
  }
}
