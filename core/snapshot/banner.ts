import * as z from 'zod';

/** A word from the people on duty, until it is taken away or its time is over. */
export const Banner = z.object({
  text: z.string(),
  setAt: z.iso.datetime(),
  /** Null: until it is taken away. */
  until: z.iso.datetime().nullable().default(null),
});
export type Banner = z.infer<typeof Banner>;

/** The banner if its time is not over. */
export function currentBanner(banner: Banner | null, nowMs: number): Banner | null {
  if (banner === null || banner.until === null) return banner;
  return Date.parse(banner.until) > nowMs ? banner : null;
}
