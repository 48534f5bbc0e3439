import { BadAnswer } from './read-answer.ts';

type Asked = {
  deadlineMs: number;
  /** The variables that say where was asked. */
  addressedBy: readonly string[];
};

/** What the runtime says when nobody answers: refused, reset, no such name. */
const UNREACHABLE =
  /network connection lost|internal error|fetch failed|econn|enotfound|other side closed|terminated/i;

/**
 * What a failure to get an answer says of the service, and what to look at, in a few words without addresses or secrets.
 * A failure of our own, such as a limit of the platform, says nothing of it.
 */
export function explainFailure(
  error: unknown,
  { deadlineMs, addressedBy }: Asked,
): { kind: 'down' | 'unknown'; reason: string } {
  if (error instanceof BadAnswer) {
    return { kind: 'down', reason: `${error.message}: check ${addressedBy.join(' and ')}` };
  }
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (name === 'TimeoutError' || name === 'AbortError') {
    return { kind: 'down', reason: `no answer within ${deadlineMs} ms` };
  }
  if (UNREACHABLE.test(message)) return { kind: 'down', reason: 'connection refused or lost' };
  return { kind: 'unknown', reason: `could not be asked: ${message.slice(0, 120)}` };
}
