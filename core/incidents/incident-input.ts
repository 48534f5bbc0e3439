import * as z from 'zod';
import { ComponentChange, IncidentSeverity, IncidentStatus } from './incident.ts';
import { PostmortemUrl, Text, Title } from './texts.ts';

const MOST_SERVICES = 30;
const MOST_IN_RULE = 200;
const MOST_WORK_MS = 7 * 86_400_000;

const Service = z.string().regex(/^[\w.-]{1,64}$/, 'must be the name of a service');
const Services = z
  .array(Service)
  .max(MOST_SERVICES)
  .transform((names) => [...new Set(names)]);
const Moment = z.iso.datetime({ offset: true }).transform((iso) => Date.parse(iso));
const Components = z
  .array(ComponentChange.extend({ service: Service }))
  .max(MOST_SERVICES)
  .refine(
    (changes) => new Set(changes.map(({ service }) => service)).size === changes.length,
    'must name each service once',
  );

/** What people may send about incidents and work; times come as ISO and are milliseconds then. */
export const NewIncidentInput = z.strictObject({
  title: Title,
  description: Text,
  severity: IncidentSeverity,
  servicesAffected: Services,
  startedAt: Moment.optional(),
  isDraft: z.boolean().default(false),
});

/** What is corrected of an incident; what is not named stays as it is. */
export const DetailsInput = z
  .strictObject({
    title: Title.optional(),
    description: Text.optional(),
    severity: IncidentSeverity.optional(),
    servicesAffected: Services.optional(),
  })
  .refine((details) => Object.keys(details).length > 0, 'must change something');

/** A word to visitors; without a status it leaves that as it is. */
export const UpdateInput = z.strictObject({
  update: Text,
  status: IncidentStatus.nullable().default(null),
  components: Components.default([]),
  nextUpdateBy: Moment.nullable().default(null),
});

export const WordInput = z.strictObject({ update: Text });
export const ResolveInput = z.strictObject({ update: Text.default('Resolved.') });
export const ReasonInput = z.strictObject({ reason: Text });
export const PostmortemInput = z.strictObject({ postmortemUrl: PostmortemUrl.nullable() });

/** Work that recurs. Whether its rule and its time zone exist is for `Series` to say. */
export const SeriesInput = z.strictObject({
  title: Title,
  text: Text,
  services: Services.refine((names) => names.length > 0, 'must name a service'),
  startsLocal: z.string().max(MOST_IN_RULE),
  timeZone: z.string().max(MOST_IN_RULE),
  durationSec: z.number().int(),
  rrule: z.string().max(MOST_IN_RULE),
});

export const WindowInput = z
  .strictObject({
    title: Title,
    text: Text,
    services: Services.refine((names) => names.length > 0, 'must name a service'),
    startsAt: Moment,
    endsAt: Moment,
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, {
    path: ['endsAt'],
    message: 'must be after startsAt',
  })
  .refine(({ startsAt, endsAt }) => endsAt - startsAt <= MOST_WORK_MS, {
    path: ['endsAt'],
    message: 'must be at most 7 days after startsAt',
  });
