import * as z from 'zod';
import { Refusal } from './refusal.ts';

/** What a caller sent, in its form. Throws a Refusal that names each wrong field. */
export function parseInput<T extends z.ZodType>(schema: T, given: unknown): z.output<T> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
  throw new Refusal('INVALID', problems.join('; '));
}

/** Which page of a list, and how long it is. */
export const Paging = {
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(25),
};
