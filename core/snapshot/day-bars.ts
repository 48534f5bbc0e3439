import * as z from 'zod';

/** A stretch in which a service was not operational. `to` is null while it lasts. */
export const Trouble = z.object({
  state: z.enum(['degraded', 'partial_outage', 'major_outage', 'maintenance', 'unknown']),
  from: z.iso.datetime(),
  to: z.iso.datetime().nullable(),
});
export type Trouble = z.infer<typeof Trouble>;

/**
 * The worst state of each UTC day, a letter a day, oldest first and today last: u operational, g degraded, p partial
 * outage, d major outage, m maintenance, - nothing measured. `troubles` are the newest stretches behind the letters.
 */
export const DayBars = z.object({
  states: z.string().regex(/^[ugpdm-]*$/),
  troubles: z.array(Trouble),
  /** How many older stretches of these days are not among them. */
  older: z.number().optional(),
});
export type DayBars = z.infer<typeof DayBars>;
