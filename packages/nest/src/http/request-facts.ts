import type { ObservedRequest } from './observed-request.ts';

export type RequestFacts = { correlationId?: string; userId?: string };

/** Who asked and under which id, as far as the host's middleware and guards know it. */
export function requestFacts(request: ObservedRequest): RequestFacts {
  const correlationId = readId(request.correlationId ?? request.headers['x-correlation-id']);
  const user = Object(request.user);
  const userId = readId(user.sub ?? user.id);
  return {
    ...(correlationId !== undefined && { correlationId }),
    ...(userId !== undefined && { userId }),
  };
}

// A header may hold anything; an id is short and plain.
function readId(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && /^[\w.:@-]{1,64}$/.test(value) ? value : undefined;
}
