export const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const WEEKDAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

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

/** The day and the minute in UTC, e.g. 4 Nov 2026, 14:03. */
export function utcDayMinute(ms: number): string {
  return `${utcDay(ms)}, ${utcMinute(ms)}`;
}

/** The day in UTC without its year, e.g. 4 Nov. */
export function utcDate(ms: number): string {
  return utcDay(ms).slice(0, -5);
}

/** The day of the week in UTC with its date, e.g. Wed 4 Nov. */
export function utcWeekday(ms: number): string {
  return `${WEEKDAYS[new Date(ms).getUTCDay()]} ${utcDate(ms)}`;
}

const LONG_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The month in UTC, e.g. November 2026. */
export function utcMonth(ms: number): string {
  const date = new Date(ms);
  return `${LONG_MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
