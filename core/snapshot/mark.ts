import * as z from 'zod';

/** Where people's words and the measurements have been apart for too long, or a promise was not kept. For visitors. */
export const Mark = z.object({
  kind: z.enum(['unsaid-outage', 'unseen-trouble', 'late-update', 'long-incident', 'late-work']),
  /** Service names. */
  services: z.array(z.string()),
  /** The incident or the work that it is about. */
  about: z.string().nullable(),
  since: z.iso.datetime(),
});
export type Mark = z.infer<typeof Mark>;
