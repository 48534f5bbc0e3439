import { createEngine } from '../engine/create-engine.ts';
import { toOutcome, type Outcome, type Reply } from '../engine/reply.ts';

/**
 * Runs lines such as `set key value` in an empty engine and gives what the last one comes to, a refusal as its text.
 * `''` is an empty word, and `wait 1500` lets that many milliseconds pass.
 */
export function answer(lines: string[]): Reply {
  let nowMs = 1_700_000_000_000;
  const engine = createEngine({ now: () => nowMs });
  let last: Outcome = { result: null };
  for (const line of lines) {
    const words = line.split(' ').map((word) => (word === "''" ? '' : word));
    if (words[0] === 'wait') nowMs += Number(words[1]);
    else last = run(() => engine.call(words));
  }
  return 'error' in last ? last.error : last.result;
}

function run(call: () => Reply): Outcome {
  try {
    return { result: call() };
  } catch (error) {
    return toOutcome(error);
  }
}
