// Sixty rules over 2,000 series of an hour: the engine against loops by hand that give the same answers, and against
// Prometheus itself where it is installed.
import { compileQuery } from '../core/promql/index.ts';
import { AT_MS, createData } from './promql-data.ts';
import type { Answer } from './promql-loops.ts';
import { timePrometheus } from './promql-prometheus.ts';
import { createRules, type BenchRule } from './promql-rules.ts';
import { median } from './median.ts';

const RUNS = 60;
const WARM_UP = 20;

const data = createData();
const rules = createRules(60);
checkAnswers(rules);
const [ours, hands] = compare(rules);
console.log(`${rules.length} rules over ${data.series.length} series: ${format(ours)}`);
console.log(`by hand: ${format(hands)}`);
console.log(`engine / by hand: ${(ours / hands).toFixed(2)} (at most 4)`);
// What is kept for each rule outgrows the processor's nearest caches between 60 and 125 rules.
for (const few of [250, 60]) {
  const ratio = compareSizes(500, few).toFixed(2);
  console.log(`a rule of 500 / a rule of ${few}: ${ratio} (1 is linear)`);
}
const theirs = await timePrometheus(
  data,
  rules.map(({ expr }) => expr),
);
console.log(
  theirs === null
    ? 'Prometheus: not installed here'
    : `Prometheus over HTTP: ${format(theirs)}, ${(theirs / ours).toFixed(0)} times the engine`,
);

/** Milliseconds that one round of all rules takes, by the engine and by hand, in turn. */
function compare(list: readonly BenchRule[]): [number, number] {
  const queries = list.map(({ expr }) => compileQuery(expr));
  const times: [number[], number[]] = [[], []];
  let size = 0;
  for (let run = -WARM_UP; run < RUNS; run += 1) {
    const start = performance.now();
    for (const query of queries) {
      const result = query.evaluateInstant(data.window, AT_MS);
      if (result.type === 'vector') size += result.series.length;
    }
    const middle = performance.now();
    for (const { byHand } of list) size -= byHand(data).length;
    const end = performance.now();
    if (run < 0) continue;
    times[0].push(middle - start);
    times[1].push(end - middle);
  }
  if (size !== 0) throw new Error(`Cannot measure: the answers differ by ${size} samples`);
  return [median(times[0]), median(times[1])];
}

/** What a rule costs among many, by what it costs among few; measured in turn. */
function compareSizes(many: number, few: number): number {
  const time = timeRound(many);
  const timeFew = timeRound(few);
  const ratios: number[] = [];
  for (let run = -WARM_UP; run < RUNS; run += 1) {
    const ratio = time() / timeFew();
    if (run >= 0) ratios.push(ratio);
  }
  return median(ratios);
}

/** Measures a rule's part of a round over so many; each measure takes as long, whatever the number. */
function timeRound(count: number): () => number {
  const queries = createRules(count).map(({ expr }) => compileQuery(expr));
  const rounds = Math.ceil(500 / count);
  return () => {
    const start = performance.now();
    for (let round = 0; round < rounds; round += 1) {
      for (const query of queries) query.evaluateInstant(data.window, AT_MS);
    }
    return (performance.now() - start) / rounds / count;
  };
}

function checkAnswers(list: readonly BenchRule[]) {
  for (const { expr, byHand } of list) {
    const result = compileQuery(expr).evaluateInstant(data.window, AT_MS);
    const got = result.type === 'vector' ? toMap(result.series) : new Map<string, number>();
    const wanted = toMap(byHand(data));
    const isSame = [...wanted].every(([key, value]) => {
      return Math.abs((got.get(key) ?? NaN) - value) <= 1e-9 * Math.abs(value);
    });
    if (!isSame || got.size !== wanted.size) throw new Error(`Cannot compare: ${expr}`);
  }
}

function toMap(answer: Answer): Map<string, number> {
  return new Map(answer.map(({ labels, value }) => [keyOf(labels), value]));
}

function keyOf(labels: Record<string, string>): string {
  return JSON.stringify(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function format(ms: number): string {
  return `${ms.toFixed(2)} ms`;
}
