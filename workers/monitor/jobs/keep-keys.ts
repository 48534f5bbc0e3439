import { fetchKeys, loadKeys, saveKeys } from '../../shared/jwks.ts';
import type { Job } from './job.ts';

/** A copy that does not change is written again only when it is this old: the store counts its writes. */
const REWRITE_MS = 6 * 60 * 60_000;

/** A copy of the keys that admins sign in by, for when their issuer is away. */
export const keepKeys: Job = {
  name: 'keep-keys',
  everyMin: 10,
  async run({ kv, settings, nowMs }) {
    const url = settings.AUTH_JWKS_URL;
    if (url === undefined) return;
    const fresh = await fetchKeys(url, nowMs);
    const kept = await loadKeys(kv, { url, nowMs });
    const isSame = kept !== null && JSON.stringify(kept.jwks) === JSON.stringify(fresh.jwks);
    if (!isSame || nowMs - kept.fetchedMs >= REWRITE_MS) await saveKeys(kv, fresh);
  },
};
