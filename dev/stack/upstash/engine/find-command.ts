import type { Command } from './command.ts';
import { commands } from './commands.ts';
import { RedisError, wrongArity } from './reply.ts';

const byName = new Map(commands.map((command) => [command.name, command]));

/** The command these words call; throws where there is none of that name or number of words. */
export function findCommand(words: string[]): Command {
  const [name = '', ...args] = words;
  const command = byName.get(name.toLowerCase());
  if (command === undefined) throw unknownCommand(name, args);
  const { arity } = command;
  const isRight = arity < 0 ? words.length >= -arity : words.length === arity;
  if (!isRight) throw wrongArity(command.name);
  return command;
}

function unknownCommand(name: string, args: string[]) {
  let beginning = '';
  for (const arg of args) {
    if (beginning.length >= 128) break;
    beginning += `'${arg.slice(0, 128 - beginning.length)}' `;
  }
  const message = `ERR unknown command '${name.slice(0, 128)}', with args beginning with: ${beginning}`;
  return new RedisError(message.replaceAll(/[\r\n]/g, ' '));
}
