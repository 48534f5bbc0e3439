import { setTimeout as sleep } from 'node:timers/promises';
import { Command, InvalidArgumentError } from 'commander';
import { formatJson, formatLines } from '../doctor/format-findings.ts';
import { readEnvironment, readEnvFile, type Environment } from '../doctor/read-environment.ts';
import { runChecks } from '../doctor/run-checks.ts';

const ABOUT = `
One line each: ok, FAIL, or off for what is not set and can do without. Exit code 1 when something fails.
postgres and upstash are the stores of Pharos itself; the others are the services that it watches.
No mail is sent; each run reads the balance of Stripe once.`;

type Options = { envFile?: Environment; local?: boolean; json?: boolean };

export function createDoctor(): Command {
  return new Command('doctor')
    .description('Tries each address and secret, as the Workers use them.')
    .option(
      '--env-file <file>',
      'variables, under those of the environment (default: .env when it exists)',
      parseEnvFile,
    )
    .option('--local', 'the variables of the local stack (npm run dev), over all others')
    .option('--json', 'print JSON')
    .addHelpText('after', ABOUT)
    .action(examine);
}

async function examine({ envFile, local = false, json = false }: Options): Promise<void> {
  const env = readEnvironment(process.env, { local, ...(envFile && { file: envFile }) });
  // The help and a mistake need not wait for all that the checks load.
  const { checks } = await import('../doctor/checks/index.ts');
  const findings = await runChecks(checks, { env, now: Date.now, sleep });
  console.log(json ? formatJson(findings) : formatLines(findings));
  if (findings.some(({ status }) => status === 'fail')) process.exitCode = 1;
}

function parseEnvFile(path: string): Environment {
  try {
    return readEnvFile(path);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : '');
  }
}
