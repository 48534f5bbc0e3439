import { BadAnswer } from './read-answer.ts';

type Asked = {
  deadlineMs: number;
  /** The variables that say where was asked. */
  addressedBy: readonly string[];
};

/** Why there was no usable answer, and what to look at, in a few words without addresses or secrets. */
export function explainFailure(error: unknown, { deadlineMs, addressedBy }: Asked): string {
  const check = `check ${addressedBy.join(' and ')}`;
  if (error instanceof BadAnswer) return `${error.message}: ${check}`;
  if (!(error instanceof Error)) return 'no answer';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') {
    return `no answer within ${deadlineMs} ms`;
  }
  if (/redirect/i.test(error.message)) return `too many redirects: ${check}`;
  return 'connection refused or lost';
}
