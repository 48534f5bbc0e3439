// npm run -s pharos -- <command>
import { Command, CommanderError } from 'commander';
import { commands } from './commands/index.ts';

const WRONG_USE = 2;

const program = new Command('pharos')
  .description('Looks after an installation of Pharos.')
  .addHelpText('after', '\nExit codes: 0 good, 1 bad, 2 wrong use.')
  .configureOutput({ outputError: (text, write) => write(`${toOneLine(text)}\n`) })
  .exitOverride();
for (const create of commands) program.addCommand(inherit(create()));

await program.parseAsync().catch((error: unknown) => {
  process.exitCode = endOf(error);
});

// A command of a command does not take over what its own parent did.
function inherit(command: Command): Command {
  for (const inner of command.commands) inherit(inner);
  return command.copyInheritedSettings(program);
}

function endOf(error: unknown): number {
  // Commander has said what it has to say; asking for help is no mistake.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USE;
  console.error(error instanceof Error ? toOneLine(error.message) : 'Cannot run: unknown error');
  return 1;
}

function toOneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, ' ');
}
