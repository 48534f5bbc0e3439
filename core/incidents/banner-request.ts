import * as z from 'zod';
import { Text } from './texts.ts';

const MOST_CHARACTERS = 280;

/** A word above everything else, as people send it. */
export const BannerRequest = z.strictObject({
  text: Text.refine(
    (text) => Array.from(text).length <= MOST_CHARACTERS,
    `must have at most ${MOST_CHARACTERS} characters`,
  ),
  /** When it goes away by itself, ISO in UTC; null: never. */
  until: z.iso.datetime().nullable().default(null),
});
export type BannerRequest = z.infer<typeof BannerRequest>;
