import { formatSeries } from './format-series.ts';
import type { Labels } from './labels.ts';
import { parseFloat64 } from './parse-float.ts';

/**
 * Every series that was ever read, by the text it came in: from scrape to scrape the texts are the same and come in the
 * same order, so that a known one costs a comparison. Two spellings of the same labels are one series.
 */
export type SeriesIndex = {
  /** By text: its number. */
  numbers: Map<string, number>;
  /** By number: the text, its metric name, its series, and the number that came after it last time. */
  texts: string[];
  names: string[];
  series: number[];
  next: number[];
  /** By series: canonical text, labels, and the scrape that has seen it last. */
  keys: string[];
  labels: Labels[];
  seen: number[];
  /** By series: whether its `le` and its `quantile` are numbers. */
  hasBound: boolean[];
  hasQuantile: boolean[];
  byKey: Map<string, number>;
  /** Counts the scrapes. */
  scrape: number;
};

/** Number 0 stands for the beginning of a text. */
export function createSeriesIndex(): SeriesIndex {
  return {
    numbers: new Map(),
    texts: [''],
    names: [''],
    series: [-1],
    next: [0],
    keys: [],
    labels: [],
    seen: [],
    hasBound: [],
    hasQuantile: [],
    byKey: new Map(),
    scrape: 0,
  };
}

/** Begins a scrape. An index with more texts than `most` forgets them: an origin whose series never repeat fills it. */
export function beginScrape(index: SeriesIndex, most: number): void {
  const { scrape, texts } = index;
  if (texts.length > most) Object.assign(index, createSeriesIndex());
  index.scrape = scrape + 1;
}

/** Adds a text that is new, which must be a string of its own and no part of a larger one. Gives its number. */
export function addText(index: SeriesIndex, text: string, labels: Labels): number {
  const number = index.texts.length;
  index.numbers.set(text, number);
  index.texts.push(text);
  index.names.push(labels['__name__'] ?? '');
  index.series.push(seriesOf(index, text, labels));
  index.next.push(0);
  return number;
}

function seriesOf(index: SeriesIndex, text: string, labels: Labels): number {
  const canonical = formatSeries(labels);
  // One string instead of two equal ones.
  const key = canonical === text ? text : canonical;
  const known = index.byKey.get(key);
  if (known !== undefined) return known;
  const series = index.keys.length;
  index.byKey.set(key, series);
  index.keys.push(key);
  index.labels.push(labels);
  index.seen.push(0);
  index.hasBound.push(isNumber(labels, 'le'));
  index.hasQuantile.push(isNumber(labels, 'quantile'));
  return series;
}

function isNumber(labels: Labels, name: string): boolean {
  const text = Object.hasOwn(labels, name) ? labels[name] : undefined;
  return text === undefined || parseFloat64(text) !== null;
}
