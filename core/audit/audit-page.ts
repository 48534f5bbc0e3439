import * as z from 'zod';

/** The kinds of those who act: a person with a session, the break-glass token, an API token, the command line. */
export const ActorKind = z.enum(['user', 'break-glass', 'token', 'cli']);
export type ActorKind = z.infer<typeof ActorKind>;

/** Who does something. */
export type Actor = { kind: ActorKind; id: string };

/** Something that somebody did. `before` and `after` are what it changed, without secrets. */
export const AuditEntry = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.string(),
  actorKind: ActorKind,
  action: z.string(),
  subject: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  requestId: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
