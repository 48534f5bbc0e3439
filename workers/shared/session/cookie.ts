import { LONGEST_MS } from '../../../core/auth/session.ts';

/** The prefix makes browsers refuse it from another host, for another path, or without TLS. */
export const COOKIE = '__Host-pharos';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** The value of our cookie in a header `Cookie`; null when there is none, or more than one. */
export function readCookie(header: string | null): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const ours = pairs.filter((pair) => pair.startsWith(`${COOKIE}=`));
  const [only] = ours;
  return ours.length === 1 && only !== undefined ? only.slice(COOKIE.length + 1) : null;
}

export function writeCookie(sealed: string): string {
  return `${COOKIE}=${sealed}; ${ATTRIBUTES}; Max-Age=${LONGEST_MS / 1000}`;
}

export const CLEAR_COOKIE = `${COOKIE}=; ${ATTRIBUTES}; Max-Age=0`;
