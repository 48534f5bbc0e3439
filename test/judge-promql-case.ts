import {
  evaluateInstant,
  evaluateRange,
  PromqlError,
  type InstantResult,
  type RangeResult,
  type Series,
} from '../core/promql/index.ts';
import { listSeries, toNumber, type CorpusCase, type CorpusFile } from './promql-corpus.ts';

const MINUTE_MS = 60_000;
const TOLERANCE = 1e-6;
const LEAST_NORMAL = 2 ** -1022;

type Note = CorpusCase['expect']['warn'][number];
type Cells = Map<string, (number | null)[]>;

/** What is wrong with the engine's answer to a case, or null. An instant case is asked as a range around it, too. */
export function judgeCase(file: CorpusFile, one: CorpusCase): string | null {
  const series = listSeries(file, one.loads);
  try {
    return one.atMs === undefined ? judgeRange(one, series) : judgeInstant(one, series, one.atMs);
  } catch (error) {
    if (!(error instanceof PromqlError)) throw error;
    return one.expect.fail ? null : `failed: ${error.message}`;
  }
}

function judgeInstant(one: CorpusCase, series: readonly Series[], atMs: number): string | null {
  const result = evaluateInstant(one.expr, series, atMs);
  if (one.expect.fail) return 'did not fail';
  const problem = compareInstant(one, result) ?? judgeNotes(one, result);
  // A range has another start, end and step, so what asks for these is no test of it.
  const asksForTimes = /\b(?:start|end|range|step)\s*\(/.test(one.expr);
  if (problem !== null || result.type === 'matrix' || asksForTimes) return problem;
  const around = evaluateRange(one.expr, series, atMs - MINUTE_MS, atMs + MINUTE_MS, MINUTE_MS);
  const middle = compareCells(expectedCells(one), cellsOf(around, [atMs]));
  return middle === null ? null : `as the middle of a range: ${middle}`;
}

function judgeRange(one: CorpusCase, series: readonly Series[]): string | null {
  const { startMs = 0, endMs = 0, stepMs = 1 } = one;
  const result = evaluateRange(one.expr, series, startMs, endMs, stepMs);
  if (one.expect.fail) return 'did not fail';
  const times = listTimes(startMs, stepMs, Math.floor((endMs - startMs) / stepMs) + 1);
  return compareCells(expectedCells(one), cellsOf(result, times)) ?? judgeNotes(one, result);
}

function compareInstant({ expect }: CorpusCase, result: InstantResult): string | null {
  switch (result.type) {
    case 'string':
      return 'gave a string';
    case 'scalar': {
      const wanted = expect.scalar === undefined ? 'no scalar' : toNumber(expect.scalar);
      const isSame = typeof wanted === 'number' && isAlmost(wanted, result.value);
      return isSame ? null : `expected ${wanted}, got ${result.value}`;
    }
    case 'matrix': {
      const { startMs = 0, stepMs = 1 } = expect.rangeVector ?? {};
      const steps = expect.series[0]?.values.length ?? 0;
      const times = listTimes(startMs, stepMs, steps);
      return compareCells(expectedCells({ expect }), cellsOf(result, times));
    }
    case 'vector': {
      const got: Cells = new Map(
        result.series.map(({ labels, value }) => [keyOf(labels), [value]]),
      );
      const wanted = expectedCells({ expect });
      const isInOrder = [...wanted.keys()].join() === [...got.keys()].join();
      if (expect.ordered && !isInOrder) return `expected the order ${[...wanted.keys()].join()}`;
      return compareCells(wanted, got);
    }
  }
}

// A scalar over a range is one series without labels.
function expectedCells({ expect }: Pick<CorpusCase, 'expect'>): Cells {
  if (expect.scalar !== undefined) return new Map([[keyOf({}), [toNumber(expect.scalar)]]]);
  return new Map(
    expect.series.map(({ labels, values }) => [
      keyOf(labels),
      values.map((value) => (value === null ? null : toNumber(value))),
    ]),
  );
}

function cellsOf({ series }: Pick<RangeResult, 'series'>, times: readonly number[]): Cells {
  const rows = series.map(({ labels, points }): [string, (number | null)[]] => {
    const values = new Map(points);
    return [keyOf(labels), times.map((timeMs) => values.get(timeMs) ?? null)];
  });
  return new Map(rows.filter(([, values]) => values.some((value) => value !== null)));
}

function compareCells(wanted: Cells, got: Cells): string | null {
  for (const key of got.keys()) if (!wanted.has(key)) return `got ${key}, which is not expected`;
  for (const [key, values] of wanted) {
    const ours = got.get(key);
    if (!ours) return `did not get ${key}`;
    const isSame = values.every((value, step) => isAlmost(value, ours[step] ?? null));
    if (!isSame) return `expected ${key} ${values.join()}, got ${ours.join()}`;
  }
  return null;
}

function judgeNotes({ expect }: CorpusCase, { warnings, infos }: InstantResult | RangeResult) {
  if (expect.noWarn && warnings.length > 0) return `warned: ${warnings.join()}`;
  if (expect.noInfo && infos.length > 0) return `informed: ${infos.join()}`;
  if (!expect.warn.every((note) => isSaid(note, warnings)))
    return `did not warn, but: ${warnings.join()}`;
  if (!expect.info.every((note) => isSaid(note, infos)))
    return `did not inform, but: ${infos.join()}`;
  return null;
}

function isSaid({ msg, regex = '' }: Note, said: readonly string[]): boolean {
  return msg === undefined ? said.some((text) => new RegExp(regex).test(text)) : said.includes(msg);
}

function isAlmost(wanted: number | null, got: number | null): boolean {
  if (wanted === null || got === null) return wanted === got;
  if (wanted === got || (Number.isNaN(wanted) && Number.isNaN(got))) return true;
  const difference = Math.abs(wanted - got);
  if (wanted === 0 || got === 0) return difference < TOLERANCE * LEAST_NORMAL;
  return difference / Math.min(Math.abs(wanted) + Math.abs(got), Number.MAX_VALUE) < TOLERANCE;
}

function keyOf(labels: Record<string, string>): string {
  return JSON.stringify(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function listTimes(startMs: number, stepMs: number, steps: number): number[] {
  return Array.from({ length: steps }, (_, step) => startMs + step * stepMs);
}
