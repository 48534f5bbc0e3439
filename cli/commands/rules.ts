import { Command, InvalidArgumentError } from 'commander';
import { readDuration } from '../../core/promql-api/read-duration.ts';
import { readTime } from '../../core/promql-api/read-time.ts';

const ABOUT = `
FILE is what the origin answers on /metrics, and gives the samples of one time: FILE@TIME, or without a time a minute
after the file before it, the last one now or at the end of what is asked. EXPR is PromQL.
TIME is ISO 8601 with Z or an offset, or seconds since 1970; STEP is 1m30s or seconds. Without --at or --to the end is
the time of the newest file. A file that is bad is one line, FILE:LINE: REASON, and the exit code 1.`;

const DEFAULT_STEP_MS = 60_000;

type Options = {
  metrics: string[];
  at?: number;
  from?: number;
  to?: number;
  step?: number;
  json?: true;
};

export function createRules(): Command {
  const rules = new Command('rules').description('Tries what alert rules ask.');
  rules
    .command('query')
    .description('Evaluates PromQL over metrics in files.')
    .argument('[expr]', 'PromQL')
    .requiredOption('--metrics <file...>', 'FILE or FILE@TIME; what comes last may be EXPR')
    .option('--at <time>', 'evaluates at this time', parseTime)
    .option('--from <time>', 'evaluates at each step from here on', parseTime)
    .option('--to <time>', 'until here, with --from', parseTime)
    .option('--step <step>', 'with --from (default: 1m)', parseStep)
    .option('--json', "print JSON: data of Prometheus' API")
    .addHelpText('after', ABOUT)
    .action(query);
  return rules;
}

type Expr = string | undefined;

async function query(expr: Expr, options: Options, command: Command): Promise<void> {
  const { at = null, from, to = null, step = DEFAULT_STEP_MS, json = false } = options;
  // The list of files takes all that follows it.
  const files = expr === undefined ? options.metrics.slice(0, -1) : options.metrics;
  const text = expr ?? options.metrics.at(-1);
  if (text === undefined || files.length === 0)
    return command.error("error: missing required argument 'expr'");
  const isRange = from !== undefined;
  if (isRange ? at !== null : to !== null || options.step !== undefined) {
    return command.error('error: give --at, or --from with --to and --step');
  }
  // The help and a mistake need not wait for the engine.
  const { runQuery } = await import('../rules/run-query.ts');
  const span = isRange ? { fromMs: from, toMs: to, stepMs: step } : { atMs: at };
  return runQuery({ text, files, span, json, nowMs: Date.now() });
}

function parseTime(text: string): number {
  const timeMs = readTime(text);
  if (timeMs !== null) return timeMs;
  throw new InvalidArgumentError('Give ISO 8601 with Z or an offset, or seconds since 1970.');
}

function parseStep(text: string): number {
  const stepMs = readDuration(text);
  if (stepMs !== null && stepMs > 0) return stepMs;
  throw new InvalidArgumentError('Give a duration like 1m30s, or seconds.');
}
