// Prometheus' own tests of PromQL, already parsed, that lie beside the project; they are not ours and not copied.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { STALE, type Series } from '../core/promql/index.ts';

const FOLDER = join(import.meta.dirname, '../../shared/corpora/promqltest');

const Value = z.union([z.number(), z.enum(['NaN', '+Inf', '-Inf', 'stale'])]);
const Labels = z.record(z.string(), z.string());
const Note = z.object({ msg: z.string().optional(), regex: z.string().optional() });

const Case = z.object({
  line: z.number(),
  expr: z.string(),
  atMs: z.number().optional(),
  startMs: z.number().optional(),
  endMs: z.number().optional(),
  stepMs: z.number().optional(),
  loads: z.array(z.number()),
  expect: z.object({
    fail: z.boolean(),
    scalar: Value.optional(),
    ordered: z.boolean(),
    series: z.array(z.object({ labels: Labels, values: z.array(Value.nullable()) })),
    rangeVector: z.object({ startMs: z.number(), stepMs: z.number() }).optional(),
    warn: z.array(Note),
    noWarn: z.boolean(),
    info: z.array(Note),
    noInfo: z.boolean(),
  }),
});
export type CorpusCase = z.infer<typeof Case>;

const Load = z.object({
  id: z.number(),
  series: z.array(z.object({ labels: Labels, samples: z.array(z.tuple([z.number(), Value])) })),
});

const File = z.object({ file: z.string(), loads: z.array(Load), cases: z.array(Case) });
export type CorpusFile = z.infer<typeof File>;

/** The files of `core` or `plus`; null where they are not on this machine. */
export function readCorpus(tier: 'core' | 'plus'): CorpusFile[] | null {
  const path = join(FOLDER, `${tier}.json`);
  if (!existsSync(path)) return null;
  return z.object({ files: z.array(File) }).parse(JSON.parse(readFileSync(path, 'utf8'))).files;
}

/** The series in force for a case: those of its loads, of which later samples win. */
export function listSeries({ loads }: CorpusFile, ids: readonly number[]): Series[] {
  return ids.flatMap((id) => {
    const { series = [] } = loads.find((load) => load.id === id) ?? {};
    return series.map(({ labels, samples }) => ({
      labels,
      samples: samples.map(([timeMs, value]): [number, number | typeof STALE] => {
        return [timeMs, value === 'stale' ? STALE : toNumber(value)];
      }),
    }));
  });
}

export function toNumber(value: z.infer<typeof Value>): number {
  return typeof value === 'number' ? value : Number(value.replace('Inf', 'Infinity'));
}
