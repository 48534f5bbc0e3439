import * as z from 'zod';
import { Role } from '../../../../core/auth/role.ts';
import { Entrance } from '../../../../core/auth/session.ts';
import { callApi, type Called } from './call-api.ts';

export const PATH = '/api/v1/session';

const OwnSession = z.object({
  user: z.string(),
  role: Role,
  entrance: Entrance,
  startedAt: z.string(),
  endsAt: z.string(),
  isDatabaseAway: z.boolean(),
  warnings: z.array(z.string()),
  breakGlassUsedAt: z.string().nullable(),
});
export type OwnSession = z.infer<typeof OwnSession>;

let asking: Promise<Called> | null = null;

/** The session of whoever reads the page, asked for once however many want it. */
export async function readOwnSession(): Promise<OwnSession | null> {
  const called = await (asking ??= callApi(PATH));
  return called.kind === 'done' ? OwnSession.parse(called.data) : null;
}

/** Whether there is none, as far as the API could say. */
export async function isSignedOut(): Promise<boolean> {
  const called = await (asking ??= callApi(PATH));
  return called.kind === 'refused' && called.status === 401;
}
