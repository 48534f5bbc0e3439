// The PromQL engine against the tests that Prometheus tests its own with: each file of them, and a table of all.
import { afterAll, describe, expect, test } from 'vitest';
import { judgeCase } from './judge-promql-case.ts';
import { readCorpus, type CorpusCase, type CorpusFile } from './promql-corpus.ts';

/**
 * Cases of `plus` that ask for a native histogram: the load before them writes one out of classic buckets, and the corpus
 * holds the buckets alone.
 */
const NATIVE = new Map([['histograms.test', [195, 304, 369]]]);

type Row = { tier: string; file: string; cases: number; native: number; passed: number };

const table: Row[] = [];

afterAll(() => {
  if (table.length > 0) console.table([...table, sum(table)]);
});

describe.each(['core', 'plus'] as const)('%s', (tier) => {
  const files = readCorpus(tier);

  test.skipIf(files)('is skipped: shared/corpora/promqltest is not beside the project', () => {
    expect(files).toBeNull();
  });

  test.each(files ?? [])('$file', (file) => {
    const native = file.cases.filter((one) => tier === 'plus' && isNative(file, one));
    const judged = file.cases.filter((one) => !native.includes(one));
    const failures = judged.flatMap((one) => describeFailure(file, one));
    const passed = judged.length - failures.length;
    const counts = { cases: file.cases.length, native: native.length, passed };
    table.push({ tier, file: file.file, ...counts });
    expect(failures).toEqual([]);
  });
});

test.skipIf(!readCorpus('plus'))('a case is native only if its metric is not in the corpus', () => {
  const native = readCorpus('plus')?.flatMap((file) => {
    return file.cases.filter((one) => isNative(file, one)).map((one) => findMetric(file, one));
  });
  expect(native).toEqual([null, null, null]);
});

function isNative({ file }: CorpusFile, { line }: CorpusCase): boolean {
  return NATIVE.get(file)?.includes(line) ?? false;
}

/** The first metric of the loads of a case that its expression names as a whole word. */
function findMetric({ loads }: CorpusFile, { expr, loads: ids }: CorpusCase): string | null {
  const words = new Set(expr.match(/\w+/g));
  const series = loads.filter(({ id }) => ids.includes(id)).flatMap((load) => load.series);
  return (
    series.map(({ labels }) => labels['__name__'] ?? '').find((name) => words.has(name)) ?? null
  );
}

function describeFailure(file: CorpusFile, one: CorpusCase): string[] {
  const problem = judgeCase(file, one);
  return problem === null ? [] : [`line ${one.line}: ${one.expr}: ${problem}`];
}

function sum(rows: readonly Row[]): Row {
  const add = (key: 'cases' | 'native' | 'passed') => {
    return rows.reduce((total, row) => total + row[key], 0);
  };
  const all = { cases: add('cases'), native: add('native'), passed: add('passed') };
  return { tier: '', file: 'all', ...all };
}
