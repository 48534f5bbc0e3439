import * as z from 'zod';
import { Correction } from './correction.ts';
import { RoundStrip } from './round-strip.ts';

/** How the rounds of a service become states; the length of a slot comes with the rounds. */
const DecisionRules = z.object({
  confirm: z.int().min(1),
  recover: z.int().min(1),
  unknownAfterMissed: z.int().min(1),
});
export type DecisionRules = z.infer<typeof DecisionRules>;

/** The numbers of a month in percent; `closedAt` is null while they may still change. */
export const MonthNumbers = z.object({
  month: z.string(),
  closedAt: z.iso.datetime().nullable(),
  uptime: z.number().nullable(),
  strict: z.number().nullable(),
  checkRatio: z.number().nullable(),
  coverage: z.number().nullable(),
  displayable: z.boolean(),
  /** The uptime with the corrections that people made; null when there are none. */
  corrected: z.number().nullable(),
  rules: DecisionRules,
});
export type MonthNumbers = z.infer<typeof MonthNumbers>;

export const LedgerService = z.object({
  serviceName: z.string(),
  displayName: z.string(),
  rules: DecisionRules,
  rounds: z.array(RoundStrip),
  corrections: z.array(Correction),
  maintenance: z.array(
    z.object({
      from: z.iso.datetime(),
      to: z.iso.datetime(),
      announcedAt: z.iso.datetime().nullable(),
    }),
  ),
  /** The newest first; those of all 400 days in the newest extract, else those of its own time. */
  months: z.array(MonthNumbers),
});
export type LedgerService = z.infer<typeof LedgerService>;

/**
 * Every round between two times, and all else that the numbers depend on: what is published so that each of them can be
 * explained and recomputed without asking the database.
 */
export const LedgerExtract = z.object({
  v: z.literal(1),
  from: z.iso.datetime(),
  /** Up to when rounds are in. */
  until: z.iso.datetime(),
  services: z.array(LedgerService),
});
export type LedgerExtract = z.infer<typeof LedgerExtract>;
