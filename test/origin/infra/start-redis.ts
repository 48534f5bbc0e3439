// Redis' wire protocol, version 2, over the engine of the local stack.
import { createEngine } from '../../../dev/stack/upstash/engine/create-engine.ts';
import { toOutcome, type Outcome, type Reply } from '../../../dev/stack/upstash/engine/reply.ts';
import { listenTcp, type TcpServer } from './listen-tcp.ts';
import { takeCommands } from './take-commands.ts';

/** What ioredis asks for when it connects; nothing depends on the answer. */
const GREETINGS = ['client', 'select', 'auth'];

export function startRedis(): Promise<TcpServer> {
  const engine = createEngine({ now: Date.now });
  return listenTcp((socket) => {
    let rest = '';
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      const taken = takeCommands(rest + chunk);
      rest = taken.rest;
      const answers = taken.commands.map((words) => encodeOutcome(run(words)));
      socket.write(answers.join(''), 'latin1');
    });
  });

  function run(words: string[]): Outcome {
    if (GREETINGS.includes(words[0]?.toLowerCase() ?? '')) return { result: 'OK' };
    try {
      return { result: engine.call(words) };
    } catch (error) {
      return toOutcome(error);
    }
  }
}

function encodeOutcome(outcome: Outcome): string {
  return 'error' in outcome ? `-${outcome.error}\r\n` : encode(outcome.result);
}

function encode(reply: Reply): string {
  if (reply === null) return '$-1\r\n';
  if (typeof reply === 'number') return `:${reply}\r\n`;
  if (typeof reply === 'string') return `$${reply.length}\r\n${reply}\r\n`;
  return `*${reply.length}\r\n${reply.map(encode).join('')}`;
}
