import * as z from 'zod';

const Count = z.int('must be an integer of at least 1').min(1, 'must be an integer of at least 1');

/**
 * How rounds become states. A slot lasts `intervalSec` seconds; so many measured rounds in a row make the state worse
 * (`confirm`) or better (`recover`); so many missing slots in a row are unknown.
 */
export const Rules = z.strictObject(
  {
    intervalSec: Count.default(60),
    confirm: Count.default(2),
    recover: Count.default(2),
    unknownAfterMissed: Count.default(3),
  },
  'must be an object',
);
export type Rules = z.infer<typeof Rules>;
