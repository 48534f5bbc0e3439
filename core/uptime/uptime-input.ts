import * as z from 'zod';
import { RoundResult } from '../services/round-result.ts';
import { Rules } from './rules.ts';

/** From `fromMs` to just before `toMs`, in milliseconds since the epoch. */
export type Span = { fromMs: number; toMs: number };

const Time = z.union(
  [z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })],
  'must be an ISO time with Z or an offset, such as 2026-11-24T12:00:00Z',
);

const Window = z
  .strictObject({ from: Time, to: Time }, 'must be { from, to }')
  .transform(({ from, to }) => ({ fromMs: Date.parse(from), toMs: Date.parse(to) }))
  .refine(isForward, { path: ['to'], error: 'must be after from' });

const Maintenance = z
  .strictObject(
    { from: Time, to: Time, announcedAt: Time.nullish() },
    'must be { from, to, announcedAt }',
  )
  .transform(({ from, to, announcedAt }) => ({
    fromMs: Date.parse(from),
    toMs: Date.parse(to),
    announcedMs: announcedAt ? Date.parse(announcedAt) : null,
  }))
  .refine(isForward, { path: ['to'], error: 'must be after from' });

const Result = z.enum(RoundResult.options, 'must be up, degraded, partial, down or none');

const Round = z
  .strictObject({ at: Time, result: Result }, 'must be { at, result }')
  .transform(({ at, result }) => ({ atMs: Date.parse(at), result }));

const UptimeInput = z.strictObject(
  {
    window: Window,
    maintenance: z.array(Maintenance, 'must be a list, empty when there is none'),
    rounds: z.array(Round, 'must be a list, empty when there is none'),
    rules: Rules.prefault({}),
  },
  'must be { window, maintenance, rounds, rules }',
);

/** All that the numbers depend on: rounds and maintenance in any order; rounds may repeat and lie outside the window. */
export type UptimeInput = z.output<typeof UptimeInput>;

/**
 * What `pharos uptime` reads, checked: ISO times become milliseconds since the epoch, rules that are not given get
 * their defaults, and maintenance without `announcedAt` is not announced. Throws an Error whose one-line message names
 * the first wrong field by its path and says what must stand there.
 */
export function parseUptimeInput(value: unknown): UptimeInput {
  const parsed = UptimeInput.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`Cannot compute the uptime: ${issue ? describeIssue(issue) : 'unreadable'}`);
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const field = z.core.toDotPath([...issue.path, ...issue.keys.slice(0, 1)]);
    return `${field} is not known: remove it`;
  }
  return `${z.core.toDotPath(issue.path) || 'the input'} ${issue.message}`;
}

function isForward({ fromMs, toMs }: Span): boolean {
  return fromMs < toMs;
}
