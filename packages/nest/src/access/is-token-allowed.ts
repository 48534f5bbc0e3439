import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether the Authorization header bears one of the tokens; takes as long whichever it is, and however near. */
export function isTokenAllowed(header: string | undefined, tokens: readonly string[]): boolean {
  const given = digest(/^Bearer +(\S+)$/i.exec(header ?? '')?.[1] ?? '');
  const matches = tokens.map((token) => timingSafeEqual(given, digest(token)));
  return matches.includes(true);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
