// npm run -s pharos -- <command>
import { Command, CommanderError } from 'commander';
import { commands } from './commands/index.ts';

const WRONG_USE = 2;

const program = new Command('pharos')
  .description('Looks after an installation of Pharos.')
  .addHelpText('after', '\nExit codes: 0 good, 1 bad, 2 wrong use.')
  .configureOutput({ outputError: (text, write) => write(`${toOneLine(text)}\n`) })
  .exitOverride();
for (const create of commands) program.addCommand(inherit(create(), program));

await program.parseAsync().catch((error: unknown) => {
  process.exitCode = endOf(error);
});

// A command of commands hands on what it was given.
function inherit(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent);
  for (const child of command.commands) inherit(child, command);
  return command;
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
