import type { Backend } from './backend.ts';
import { toOutcome, type Outcome } from './engine/reply.ts';
import type { Call } from './read-call.ts';

/** One outcome, or one for each command of a batch; a batch that is refused as a whole has a single error. */
export async function runCall(call: Call, backend: Backend): Promise<Outcome | Outcome[]> {
  switch (call.kind) {
    case 'command':
      return runCommand(call.command, backend);
    case 'pipeline':
      return runPipeline(call.commands, backend);
    case 'transaction':
      return runTransaction(call.commands, backend);
  }
}

async function runCommand(command: string[], backend: Backend): Promise<Outcome> {
  try {
    return { result: await backend.call(command) };
  } catch (error) {
    return toOutcome(error);
  }
}

async function runPipeline(commands: string[][], backend: Backend): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const command of commands) outcomes.push(await runCommand(command, backend));
  return outcomes;
}

async function runTransaction(commands: string[][], backend: Backend) {
  try {
    return await backend.multi(commands);
  } catch (error) {
    return toOutcome(error);
  }
}
