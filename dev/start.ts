// npm run dev: the whole product on loopback, until Ctrl-C. `-- --tick 5` runs a slot every 5 seconds.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { buildSite } from './build.ts';
import { startClock } from './stack/clock.ts';
import { lockFolder } from './stack/lock-folder.ts';
import { readOptions, type StackOptions } from './stack/options.ts';
import { startOrigin } from './stack/origin/start-origin.ts';
import { startStack, type Stack } from './stack/stack.ts';

const startedAt = Date.now();

const { tick, nest } = new Command('npm run dev --')
  .description('Runs Pharos and everything it needs on this machine.')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .option('--tick <seconds>', 'length of a slot: every service is checked once in it', seconds, 30)
  .option('--nest', 'watch a real NestJS application instead of the light dev origin', false)
  .parse()
  .opts<{ tick: number; nest: boolean }>();

run(tick).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});

async function run(slotSec: number): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const options = readOptions(process.env, slotSec);
  lockFolder(options.dataDir);
  await buildSite();
  const stack = await startStack(options, () => process.exit(1), await findOrigin());
  writeFileSync(join(options.dataDir, 'env.json'), JSON.stringify(stack.env));
  const everyMs = 2 * slotSec * 1000;
  const clock = startClock(stack.url, { everyMs, onProblem: console.error });
  let stopping = false;

  async function stop() {
    if (stopping) return;
    stopping = true;
    clock.stop();
    await stack.stop();
    console.log('Stopped. The data stays in', options.dataDir);
    process.exit(0);
  }

  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
  await announce(stack, options);
}

// Loaded when it is wanted only: it brings Nest, PostgreSQL and a compiler with it.
async function findOrigin() {
  if (!nest) return startOrigin;
  const { startNestOrigin } = await import('../test/origin/start-nest-origin.ts');
  return startNestOrigin;
}

async function announce(stack: Stack, { port, foreignOrigin }: StackOptions) {
  const { inboxUrl, devOriginUrl, adminLinkUrl } = stack;
  const origin =
    devOriginUrl === null ? foreignOrigin?.href : `${devOriginUrl}/ (faults: POST /__sim)`;
  console.log(
    [
      '',
      `  Status page   http://localhost:${port}/`,
      `  API           http://localhost:${port}/api/v1/status`,
      `  Admin         ${await stack.adminLink()}`,
      `                once, within five minutes; another one: ${adminLinkUrl}`,
      `  Inbox         ${inboxUrl}/ (faults of the stack: POST /__faults)`,
      `  Origin        ${origin}`,
      '',
      `Ready after ${((Date.now() - startedAt) / 1000).toFixed(1)} s. Ctrl-C stops everything.`,
      '',
    ].join('\n'),
  );
}

function seconds(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value >= 1) return value;
  throw new InvalidArgumentError('Give a number of seconds, 1 or more.');
}
