export const NO_ANSWER = 'no answer in time';
export const REFUSED = 'connection refused';

const WORDS: Record<string, string> = {
  ECONNREFUSED: REFUSED,
  ECONNRESET: 'connection lost',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'the name of the host does not resolve',
  UND_ERR_SOCKET: 'connection lost',
};

/** Why fetch gave no answer, in a few words without addresses or secrets. */
export function explainConnection(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer';
  if (error.name === 'TimeoutError') return NO_ANSWER;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  if (code !== null) return WORDS[code] ?? `connection failed (${code})`;
  return error.cause instanceof Error ? explainConnection(error.cause) : 'connection failed';
}
