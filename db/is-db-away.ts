import { DrizzleQueryError } from 'drizzle-orm';
import * as z from 'zod';

// Connection lost, no room, shutting down or cancelled, a lock not had in time; and who we are is not known there.
const AWAY = /^(08|53|57|58|28)|^55P03$/;

const Coded = z.object({ code: z.string().regex(/^(?=.*\d)[0-9A-Z]{5}$/) });

/** Whether a query failed because the database gave no answer, and not because of what was asked. */
export function isDbAway(error: unknown): boolean {
  if (!(error instanceof DrizzleQueryError)) return false;
  const answered = Coded.safeParse(error.cause);
  return !answered.success || AWAY.test(answered.data.code);
}
