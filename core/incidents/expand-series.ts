import { RRuleTemporal } from 'rrule-temporal';
import * as z from 'zod';
import { MOST_IN_TEXT, MOST_IN_TITLE } from './texts.ts';

// Faster than daily is no maintenance; and one line, so that it cannot bring a start of its own.
const RULE = /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*$/;
const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;
const HOUR_SEC = 3_600;

/** Work that recurs on the clocks of a time zone. */
export const Series = z
  .object({
    title: z.string().max(2 * MOST_IN_TITLE),
    text: z.string().max(2 * MOST_IN_TEXT),
    services: z.array(z.string()),
    /** The first start on local clocks, e.g. 2026-11-29T02:00:00. */
    startsLocal: z.string().regex(LOCAL, 'must be like 2026-11-29T02:00:00'),
    /** IANA name, e.g. Europe/Berlin. */
    timeZone: z.string(),
    durationSec: z
      .number()
      .positive()
      .max(7 * 24 * HOUR_SEC),
    /** RFC 5545, e.g. FREQ=WEEKLY;BYDAY=SU. */
    rrule: z.string().regex(RULE, 'must be like FREQ=WEEKLY;BYDAY=SU'),
  })
  .superRefine((series, context) => {
    try {
      expandSeries(series, { fromMs: 0, toMs: 0 });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      context.addIssue({ code: 'custom', path: ['rrule'], message });
    }
  });
export type Series = z.infer<typeof Series>;

type Rule = Pick<Series, 'startsLocal' | 'timeZone' | 'rrule'>;

/**
 * The starts from `fromMs` up to `toMs`, both included, in milliseconds. They keep to the clocks of the time zone
 * through summer and winter time; a start that its clocks skip does not take place (RFC 5545, section 3.3.10). Throws
 * on a rule or a time zone that does not exist.
 */
export function expandSeries(
  { startsLocal, timeZone, rrule }: Rule,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): number[] {
  const start = startsLocal.replaceAll(/[-:]/g, '');
  const rule = new RRuleTemporal({
    rruleString: `DTSTART;TZID=${timeZone}:${start}\nRRULE:${rrule}`,
  });
  return rule
    .between(new Date(fromMs), new Date(toMs), true)
    .map(({ epochMilliseconds }) => epochMilliseconds);
}
