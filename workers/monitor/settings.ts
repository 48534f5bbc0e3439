import * as z from 'zod';
import { product } from '../../core/catalog/product.ts';
import { withoutEmpty } from './without-empty.ts';

const seconds = z.coerce.number('must be a number of seconds').positive('must be above 0');

const Wanted = z.object({
  DATABASE_URL: z.url('must be the address of the database, postgres://…'),
  PRODUCT_NAME: z.string().default(product.name),
  PRODUCT_URL: z.url('must be a whole address, https://…').optional(),
  SLOT_SEC: seconds.default(30),
  PUBLISH_EVERY_SEC: seconds.default(60),
  AUTH_JWKS_URL: z.url('must be a whole address, https://…').optional(),
  SCRAPE_EVERY_SLOTS: z.coerce
    .number('must be 1 or 2')
    .int('must be 1 or 2')
    .min(1)
    .max(2)
    .default(2),
});

const Usable = Wanted.extend({ DATABASE_URL: z.string().nullable().default(null) });
/** `DATABASE_URL` is null when there is none to use. */
export type Settings = z.infer<typeof Usable>;

const REQUIRED = ['DATABASE_URL'];

export type ReadSettings = {
  settings: Settings;
  /** One line per variable that is missing or malformed. */
  problems: string[];
};

/**
 * What the monitor itself needs; each probe reads its own variables. A variable that is wrong counts as not set, so
 * that a typo never stops the probes or the page; without a database the monitor still probes and publishes.
 */
export function readSettings(env: object): ReadSettings {
  const given = withoutEmpty(env);
  const issues = Wanted.safeParse(given).error?.issues ?? [];
  const wrong = issues.map(({ path }) => String(path[0]));
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.includes(name)));
  return {
    settings: Usable.parse(rest),
    problems: issues.map(({ path, message }) => {
      const name = String(path[0]);
      const isMissing = REQUIRED.includes(name) && !(name in given);
      return isMissing
        ? `${name} is not set: the monitor keeps nothing without it`
        : `${name} ${message}`;
    }),
  };
}
