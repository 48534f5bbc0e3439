import { hideSecrets } from './hide-secrets.ts';

const LONGEST_MESSAGE = 500;
const LONGEST_STACK = 4_000;
const MOST_CAUSES = 2;

export type ErrorDescription = {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: ErrorDescription;
};

/**
 * Type, message, code, stack and causes, and nothing else: a failed query carries its parameters, an HTTP client its
 * headers, and both would end up in the log.
 */
export function describeError(error: unknown, causes = MOST_CAUSES): ErrorDescription {
  if (!(error instanceof Error)) {
    return { type: typeof error, message: clean(String(error), LONGEST_MESSAGE) };
  }
  const code: unknown = Reflect.get(error, 'code');
  return {
    type: error.name,
    message: clean(error.message, LONGEST_MESSAGE),
    ...(typeof code === 'string' && { code: clean(code, 64) }),
    ...(error.stack !== undefined && { stack: clean(error.stack, LONGEST_STACK) }),
    ...(error.cause !== undefined &&
      causes > 0 && { cause: describeError(error.cause, causes - 1) }),
  };
}

// Hidden first: half a secret, cut off, would not be recognised.
function clean(text: string, longest: number): string {
  return hideSecrets(text.slice(0, 4 * longest)).slice(0, longest);
}
