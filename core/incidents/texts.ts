import * as z from 'zod';

/** Characters. */
export const MOST_IN_TITLE = 120;
export const MOST_IN_TEXT = 2_000;

// What is not to be seen: controls but the line feed, and what turns the direction of the text after it.
const UNSEEN = /(?!\n)[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** One line that people typed: plain text, never markup. */
export const Title = typed(MOST_IN_TITLE, (text) => text.replace(/\s+/g, ' '));

/** Lines that people typed: plain text, never markup. */
export const Text = typed(MOST_IN_TEXT, (text) => text.replace(/\n{3,}/g, '\n\n'));

/** The address of a postmortem. */
export const PostmortemUrl = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'must begin with https://' })
  .max(2_048)
  .refine(
    (address) => !/^https:\/\/[^/?#]*@/i.test(address),
    'must not carry a name or a password',
  );

function typed(most: number, shape: (text: string) => string) {
  return z
    .string()
    .transform((text) =>
      shape(text.toWellFormed().normalize().replace(/\r\n?/g, '\n').replace(UNSEEN, '')).trim(),
    )
    .refine((text) => text !== '', 'must not be empty')
    .refine((text) => Array.from(text).length <= most, `must have at most ${most} characters`);
}
