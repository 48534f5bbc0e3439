const LOGIN = '/admin/login';
const FIRST = '/admin';

/** Where somebody goes who has signed in: the admin page they came for, and never another site. */
export function toNextPage(wanted: string | null, origin: string): string {
  const url = wanted === null ? null : URL.parse(wanted, origin);
  if (url === null || url.origin !== origin) return FIRST;
  const isAdmin = url.pathname === FIRST || url.pathname.startsWith(`${FIRST}/`);
  return isAdmin && url.pathname !== LOGIN ? url.pathname + url.search : FIRST;
}
