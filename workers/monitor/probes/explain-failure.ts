import { BadAnswer } from './read-answer.ts';

/** Why there was no usable answer, in a few words without addresses or secrets. */
export function explainFailure(error: unknown, deadlineMs: number): string {
  if (error instanceof BadAnswer) return error.message;
  if (!(error instanceof Error)) return 'no answer';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') {
    return `no answer within ${deadlineMs} ms`;
  }
  if (/redirect/i.test(error.message)) return 'too many redirects';
  return 'connection refused or lost';
}
