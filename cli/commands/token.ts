import { Command, InvalidArgumentError, Option } from 'commander';
import { Scope } from '../../core/auth/scope.ts';
import { LONGEST_DAYS } from '../../core/auth/token-text.ts';
import type { Creation, Options } from '../token/token-actions.ts';

const ABOUT = `
API tokens are for CI and other machines: Authorization: Bearer pharos_…
Two of a name may be alive, so that a new one can take over before the old one is revoked.
DATABASE_URL names the database, with --local that of the local stack. Each change is noted in the audit log.`;

export function createTokenCommand(): Command {
  const command = new Command('token')
    .description('Makes, lists and revokes API tokens.')
    .addHelpText('after', ABOUT);
  withDatabase(command.command('create'))
    .description('Makes a token and prints it, this once.')
    .requiredOption('--name <name>', 'what it is for', parseName)
    .addOption(scopeOption())
    .option('--days <days>', `how long it lives, ${LONGEST_DAYS} at most`, parseDays, LONGEST_DAYS)
    .action(async (options: Creation) => (await actions()).create(options));
  withDatabase(command.command('list'))
    .description('Lists all tokens, newest first.')
    .action(async (options: Options) => (await actions()).list(options));
  withDatabase(command.command('revoke'))
    .description('Ends a token at once.')
    .argument('<id>', 'the part of the token between the underscores')
    .action(async (id: string, options: Options) => (await actions()).revoke(id, options));
  command
    .command('break-glass')
    .description('Makes a break-glass token, and BREAK_GLASS_HASH for the edge. Nothing is stored.')
    .action(async () => (await actions()).makeBreakGlass());
  return command;
}

function withDatabase(command: Command): Command {
  return command
    .option('--local', 'the database of the local stack (npm run dev)')
    .option('--json', 'print JSON');
}

function scopeOption(): Option {
  return new Option('--scope <scope...>', 'what it may do')
    .choices(Scope.options)
    .makeOptionMandatory();
}

// The help and a mistake need not wait for the database's driver.
const actions = () => import('../token/token-actions.ts');

function parseName(text: string): string {
  const name = text.trim();
  if (name.length >= 1 && name.length <= 60) return name;
  throw new InvalidArgumentError('Give 1 to 60 letters.');
}

function parseDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= LONGEST_DAYS) return days;
  throw new InvalidArgumentError(`Give a whole number from 1 to ${LONGEST_DAYS}.`);
}
