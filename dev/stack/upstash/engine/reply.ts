/** What a command answers. Strings hold bytes, one per character (latin1), in replies as in commands. */
export type Reply = number | string | null | Reply[];

/** What one command of a transaction came to. */
export type Outcome = { result: Reply } | { error: string };

/** A refusal in the words of Redis 7, its code included. */
export class RedisError extends Error {
  override name = 'RedisError';
}

/** A refusal as an outcome; any other error is a bug and is thrown on. */
export function toOutcome(error: unknown): Outcome {
  if (error instanceof RedisError) return { error: error.message };
  throw error;
}

export function syntaxError(): RedisError {
  return new RedisError('ERR syntax error');
}

export function wrongArity(name: string): RedisError {
  return new RedisError(`ERR wrong number of arguments for '${name}' command`);
}

export function wrongType(): RedisError {
  return new RedisError('WRONGTYPE Operation against a key holding the wrong kind of value');
}
