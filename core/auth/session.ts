import * as z from 'zod';
import { Role } from './role.ts';

/** How long a session lasts without a request, and how long at all, in milliseconds. */
const IDLE_MS = 30 * 60_000;
export const LONGEST_MS = 8 * 60 * 60_000;
/** A session that was seen within this is not sealed anew, in milliseconds. */
const RENEW_MS = 60_000;

/** The ways in: a token of the origin, Cloudflare Access, or the token for when both are away. */
export const Entrance = z.enum(['origin', 'access', 'break-glass']);
export type Entrance = z.infer<typeof Entrance>;

/** What the sealed cookie holds. Times are milliseconds since the epoch of Unix; `epoch` is that of all sessions. */
export const Session = z.strictObject({
  id: z.uuid(),
  user: z.string().min(1).max(64),
  role: Role,
  entrance: Entrance,
  startedMs: z.number(),
  seenMs: z.number(),
  epoch: z.number().int(),
  /** Began while the database was away: its beginning is still to be recorded. */
  isUnrecorded: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export type SessionState = 'live' | 'idle' | 'over' | 'ended';

/**
 * Whether a session is good at `nowMs`. `epoch` is the newest that is known: sessions of an earlier one were ended all
 * together. A session may be of a later epoch than its reader knows.
 */
export function judgeSession(
  session: Session,
  { nowMs, epoch }: { nowMs: number; epoch: number },
): SessionState {
  if (session.epoch < epoch) return 'ended';
  if (nowMs >= session.startedMs + LONGEST_MS) return 'over';
  return nowMs >= session.seenMs + IDLE_MS ? 'idle' : 'live';
}

/** The session as it goes on after a request, or null when it need not be sealed anew. */
export function renewSession(session: Session, nowMs: number): Session | null {
  return nowMs - session.seenMs < RENEW_MS ? null : { ...session, seenMs: nowMs };
}

/** When it ends, in milliseconds, if nothing more is done. */
export function endOfSession({ startedMs, seenMs }: Session): number {
  return Math.min(startedMs + LONGEST_MS, seenMs + IDLE_MS);
}
