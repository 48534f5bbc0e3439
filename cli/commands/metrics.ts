import { createReadStream } from 'node:fs';
import { Command } from 'commander';
import { ExpositionError } from '../../core/metrics/exposition-error.ts';
import { LIMITS } from '../../core/metrics/exposition-state.ts';
import { createExpositionParser } from '../../core/metrics/parse-exposition.ts';
import { createSeriesIndex } from '../../core/metrics/series-index.ts';
import { readExposition } from '../../workers/monitor/scrape/read-exposition.ts';
import { explainUnreadable } from '../explain-unreadable.ts';

const ABOUT = `
FILE is what the origin answers on /metrics: Prometheus' text format, or with --openmetrics OpenMetrics 1.0. It is read as
the monitor reads a scrape, with the same limits. What is wrong with it is one line, FILE:LINE: REASON, and the exit code 1.`;

type Options = { json?: true; openmetrics?: true };

export function createMetrics(): Command {
  const metrics = new Command('metrics').description('Looks at what an origin tells of itself.');
  metrics
    .command('check')
    .description('Says whether a scrape with this answer would be taken.')
    .argument('<file>', 'the answer, as below')
    .option('--openmetrics', 'it came as application/openmetrics-text')
    .option('--json', 'print JSON')
    .addHelpText('after', ABOUT)
    .action(checkFile);
  return metrics;
}

async function checkFile(path: string, { json, openmetrics }: Options): Promise<void> {
  const format = openmetrics ? 'openmetrics' : 'text';
  const parser = createExpositionParser({ index: createSeriesIndex(), format });
  try {
    const exposition = await readExposition(createReadStream(path), parser, LIMITS.bytes);
    const { sampleCount: samples, familyCount: families } = exposition;
    const line = `${path}: ${samples} samples in ${families} families`;
    console.log(json ? JSON.stringify({ file: path, ok: true, samples, families }) : line);
  } catch (error) {
    if (!(error instanceof ExpositionError)) throw explainUnreadable(path, error);
    const { line, reason } = error;
    process.exitCode = 1;
    if (json) console.log(JSON.stringify({ file: path, ok: false, line, reason }));
    else console.error(`${path}:${line}: ${reason}`);
  }
}
