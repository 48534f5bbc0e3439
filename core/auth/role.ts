import * as z from 'zod';

/** Who may do what, from less to more. */
export const Role = z.enum(['ADMIN', 'SUPER_ADMIN']);
export type Role = z.infer<typeof Role>;

/** Whether who has the one role may do what asks for the other: each role may do all that those before it may. */
export function hasRole(given: Role, needed: Role): boolean {
  return Role.options.indexOf(given) >= Role.options.indexOf(needed);
}
