import * as z from 'zod/mini';
import type { Role } from '../../../../core/auth/role.ts';
import type { Entrance } from '../../../../core/auth/session.ts';
import { callApi, type Called } from './call-api.ts';

export const PATH = '/api/v1/session';

export type OwnSession = {
  user: string;
  role: Role;
  entrance: Entrance;
  startedAt: string;
  endsAt: string;
  isDatabaseAway: boolean;
  warnings: string[];
  breakGlassUsedAt: string | null;
};

const OwnSession: z.ZodMiniType<OwnSession> = z.object({
  user: z.string(),
  role: z.enum(['ADMIN', 'SUPER_ADMIN']),
  entrance: z.enum(['origin', 'access', 'break-glass']),
  startedAt: z.string(),
  endsAt: z.string(),
  isDatabaseAway: z.boolean(),
  warnings: z.array(z.string()),
  breakGlassUsedAt: z.nullable(z.string()),
});

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
