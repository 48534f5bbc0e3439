const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Hours and minutes in UTC. */
export function utcMinute(ms: number): string {
  return new Date(ms).toISOString().slice(11, 16);
}

/** Hours, minutes and seconds in UTC. */
export function utcSecond(ms: number): string {
  return new Date(ms).toISOString().slice(11, 19);
}

/** The day in UTC, e.g. 4 Nov 2026. */
export function utcDay(ms: number): string {
  const date = new Date(ms);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
