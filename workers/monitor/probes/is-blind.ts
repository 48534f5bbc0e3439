import * as z from 'zod';
import { HttpAddress } from './http-address.ts';
import type { Probed } from './run-round.ts';
import { USER_AGENT } from './user-agent.ts';

const DEADLINE_MS = 3_000;

const Settings = z.object({
  NEUTRAL_URLS: z
    .string()
    .transform((list) => list.split(',').map((url) => url.trim()))
    .pipe(z.array(HttpAddress)),
});

/**
 * Whether it is us who see nothing: every probe that measured something found it down, and so are the neutral targets,
 * which have nothing to do with the origin. They are asked only then.
 */
export async function isBlind(
  probed: readonly Pick<Probed, 'outcome'>[],
  env: object,
): Promise<boolean> {
  const kinds = probed.map(({ outcome }) => outcome?.kind);
  if (!kinds.includes('down') || kinds.includes('up') || kinds.includes('degraded')) return false;
  const settings = Settings.safeParse(env);
  if (!settings.success) return false;
  const reached = await Promise.all(settings.data.NEUTRAL_URLS.map(isReached));
  return !reached.includes(true);
}

// Whatever it answers, it was reached.
function isReached(url: string): Promise<boolean> {
  return fetch(url, {
    headers: USER_AGENT,
    redirect: 'manual',
    signal: AbortSignal.timeout(DEADLINE_MS),
  }).then(
    ({ status }) => status < 500,
    () => false,
  );
}
