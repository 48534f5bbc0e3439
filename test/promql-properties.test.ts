// What holds for every query: over the expressions of Prometheus' own tests, and over what they become by accident.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compileQuery,
  evaluateInstant,
  evaluateRange,
  PromqlError,
  STALE,
  type InstantResult,
  type RangeResult,
  type SampleValue,
  type Series,
} from '../core/promql/index.ts';
import { sampleExpressions } from './promql-expressions.ts';

const MUTATED = Number(process.env['PROMQL_MUTATED'] ?? 3_000);
const STEP_MS = 30_000;

const value = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 50 }) },
  { weight: 1, arbitrary: fc.constantFrom<SampleValue>(NaN, Infinity, -1.5, STALE) },
);
const samples = fc
  .array(value, { minLength: 1, maxLength: 25 })
  .map((values) => values.map((one, index): [number, SampleValue] => [index * STEP_MS, one]));
const labels = fc.record({
  __name__: fc.constantFrom('a', 'b', 'b_bucket'),
  job: fc.constantFrom('x', 'y'),
  le: fc.constantFrom('1', '2', '+Inf'),
});
const someSeries = fc.uniqueArray(fc.record({ labels, samples }), {
  maxLength: 8,
  selector: (series) => JSON.stringify(series.labels),
});
const expression = fc.constantFrom(...sampleExpressions);

describe('every query', () => {
  test('over a range gives at each step what it gives at that time alone', () => {
    fc.assert(
      fc.property(
        expression,
        someSeries,
        fc.integer({ min: 1, max: 90_000 }),
        (expr, all, stepMs) => {
          const [startMs, steps] = [120_000, 5];
          const times = Array.from({ length: steps }, (_, step) => startMs + step * stepMs);
          const range = settle(() =>
            evaluateRange(expr, all, startMs, startMs + (steps - 1) * stepMs, stepMs),
          );
          const instants = times.map((timeMs) => settle(() => evaluateInstant(expr, all, timeMs)));
          const got = range && times.map((timeMs) => cellsAt(range, timeMs));
          // A range fails where any of its steps does.
          const expected = instants.some((instant) => !instant) ? null : instants.map(toCells);
          expect(got).toEqual(expected);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('does not see a series that no selector matches', () => {
    fc.assert(
      fc.property(expression, someSeries, samples, (expr, all, others) => {
        const other = { labels: { __name__: 'nobody_asks_for', job: 'z' }, samples: others };
        expect(answer(expr, [...all, other])).toEqual(answer(expr, all));
      }),
      { numRuns: 500 },
    );
  });

  test('does not see in how many parts, in what order and how often samples come', () => {
    const cut = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(expression, someSeries, cut, (expr, all, at) => {
        const parts = all.flatMap(({ labels: set, samples: list }): Series[] => [
          { labels: set, samples: list.slice(at) },
          { labels: Object.fromEntries(Object.entries(set).toReversed()), samples: list },
          { labels: set, samples: list.slice(0, at).toReversed() },
        ]);
        expect(answer(expr, parts.toReversed())).toEqual(answer(expr, all));
      }),
      { numRuns: 500 },
    );
  });
});

describe('no text', () => {
  const words =
    String.raw`( ) { } [ ] " ' \ , # : @ - + * / % ^ =~ !~ == != < >= </ . 5m 1e9 by on() offset bool
    group_left or unless sum rate( a[5m] [1y:1ms] 0x (a*)*b inf nan start() topk( x_ é`.split(
      /\s+/,
    );
  const piece = fc.constantFrom(...words, ' ', '\n', '`', '\u00a0', '\ud800');
  const mutation = fc.record({ at: fc.nat(200), cut: fc.nat(12), piece });
  const mutated = fc
    .tuple(expression, fc.array(mutation, { minLength: 1, maxLength: 4 }))
    .map(([expr, mutations]) =>
      mutations.reduce((text, { at, cut, piece: added }) => {
        const start = at % (text.length + 1);
        return text.slice(0, start) + added + text.slice(start + cut);
      }, expr),
    );
  const limits = { samples: 100_000, steps: 2_000, depth: 50, regexSize: 500 };
  const all: Series[] = ['x', 'y'].map((job) => ({
    labels: { __name__: 'a', job, le: '+Inf' },
    samples: [
      [0, 1],
      [60_000, 2],
      [120_000, STALE],
      [180_000, 4],
    ],
  }));

  test(
    `of ${MUTATED} makes the engine throw anything but a PromqlError`,
    () => {
      fc.assert(
        fc.property(fc.oneof(mutated, fc.string()), (text) => {
          expect(() => {
            settle(() => evaluateInstant(compileQuery(text, limits), all, 200_000));
            settle(() => evaluateRange(compileQuery(text, limits), all, 0, 300_000, 30_000));
          }).not.toThrow();
        }),
        { numRuns: MUTATED },
      );
    },
    60_000 + MUTATED * 10,
  );

  test.each([
    ['nested parentheses', '('.repeat(8_000)],
    ['a long row of operators', `1${'+1'.repeat(8_000)}`],
    ['a long row of signs', `${'-'.repeat(16_000)}1`],
    ['a text without end', 'a'.repeat(100_000)],
    ['a subquery of too many steps', 'max_over_time(a[10y:1ms])'],
    ['subqueries in subqueries', 'max_over_time(max_over_time(a[1h:1s])[1h:1s])'],
    ['a great regular expression', 'a{job=~"((a{99}){99}){99}"}'],
  ])('%s is refused', (_, text) => {
    expect(() => evaluateInstant(compileQuery(text, limits), all, 200_000)).toThrow(PromqlError);
  });
});

/** Null for a query that fails as it may. */
function settle<T>(evaluate: () => T): T | null {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof PromqlError) return null;
    throw error;
  }
}

function answer(expr: string, all: readonly Series[]) {
  const result = settle(() => evaluateInstant(expr, all, 300_000));
  return (
    result && { ...result, warnings: result.warnings.toSorted(), infos: result.infos.toSorted() }
  );
}

function toCells(result: InstantResult | null): Cell[] {
  switch (result?.type) {
    case 'scalar':
      return [toCell({}, result.value)];
    case 'vector':
      return sortCells(result.series.map(({ labels: set, value: one }) => toCell(set, one)));
    case 'matrix':
    case 'string':
    case undefined:
      return [];
  }
}

function cellsAt({ series }: RangeResult, timeMs: number): Cell[] {
  const cells = series.flatMap(({ labels: set, points }) => {
    return points.filter(([at]) => at === timeMs).map(([, one]) => toCell(set, one));
  });
  return sortCells(cells);
}

type Cell = [labels: string, value: number];

function sortCells(cells: Cell[]): Cell[] {
  return cells.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function toCell(set: Record<string, string>, one: number): Cell {
  return [JSON.stringify(Object.entries(set)), one];
}
