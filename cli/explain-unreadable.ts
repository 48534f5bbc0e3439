/** Why a file cannot be read, in words for whoever named it. */
export function explainUnreadable(path: string, error: unknown): Error {
  const seen = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
  const words = seen === 'ENOENT' ? 'there is none' : seen;
  return new Error(`Cannot read ${path}: ${words}`, { cause: error });
}
