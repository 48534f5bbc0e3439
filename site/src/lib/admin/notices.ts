import { utcDay, utcMinute } from '../utc-words.ts';
import type { OwnSession } from './own-session.ts';

/** What every admin page says of how things are. */
export function toNotices(session: OwnSession): string[] {
  const { isDatabaseAway, breakGlassUsedAt, warnings } = session;
  return [
    isDatabaseAway &&
      'The database gives no answer: nothing can be read or saved until it is back.',
    breakGlassUsedAt !== null && `The break-glass token was used on ${toWords(breakGlassUsedAt)}.`,
    ...warnings.map((warning) => `${warning}.`),
  ].filter((notice) => notice !== false);
}

function toWords(at: string): string {
  const ms = Date.parse(at);
  return `${utcDay(ms)} at ${utcMinute(ms)} UTC`;
}
