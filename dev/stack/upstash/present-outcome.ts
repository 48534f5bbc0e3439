import { toBase64, toText } from './bytes.ts';
import type { Outcome, Reply } from './engine/reply.ts';

/** An outcome as it goes into the JSON answer. */
export function presentOutcome(outcome: Outcome, inBase64: boolean): Outcome {
  if ('error' in outcome) return { error: toText(outcome.error) };
  const { result } = outcome;
  // Clients take a lone OK for what it is; within an array they decode it.
  if (result === 'OK') return { result };
  return { result: encode(result, inBase64 ? toBase64 : toText) };
}

function encode(reply: Reply, encodeText: (bytes: string) => string): Reply {
  if (Array.isArray(reply)) return reply.map((item) => encode(item, encodeText));
  return typeof reply === 'string' ? encodeText(reply) : reply;
}
