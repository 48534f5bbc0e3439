const DAY_MS = 24 * 60 * 60_000;

/** What the filters of the audit page ask the API for: days become the moments at which they begin and end. */
export function toAuditQuery(filters: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of ['actor', 'action', 'subject', 'page']) {
    const value = filters.get(name)?.trim() ?? '';
    if (value !== '') query.set(name, value);
  }
  const from = dayStart(filters.get('from'));
  const to = dayStart(filters.get('to'));
  if (from !== null) query.set('from', new Date(from).toISOString());
  if (to !== null) query.set('to', new Date(to + DAY_MS).toISOString());
  return query;
}

/** The address of another page of the same list. */
export function toPageLink(filters: URLSearchParams, page: number): string {
  const query = new URLSearchParams([...filters].filter(([, value]) => value !== ''));
  query.set('page', String(page));
  return `?${query.toString()}`;
}

function dayStart(day: string | null): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day ?? '')) return null;
  const ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(ms) ? null : ms;
}
