import { nextSeq } from '../../core/snapshot/next-seq.ts';
import { BannerRequest } from '../../core/incidents/banner-request.ts';
import { readSnapshot } from '../shared/snapshot-store.ts';
import { saveBanner } from './banner-store.ts';
import { publishSnapshot } from './jobs/publish-words.ts';
import type { Republished } from './republish.ts';

/** Sets or takes away the banner, and publishes it with what was published last: neither needs the database. */
export async function setBanner(
  { STATUS_KV: kv }: MonitorEnv,
  { banner: request, by }: { banner: BannerRequest | null; by: string },
  nowMs: number,
): Promise<Republished> {
  const setAt = new Date(nowMs).toISOString();
  const banner = request === null ? null : { ...BannerRequest.parse(request), setAt };
  await saveBanner(kv, banner, { by, at: setAt });
  const previous = await readSnapshot(kv);
  if (previous === null) return { seq: null };
  const seq = nextSeq(previous.seq, nowMs);
  await publishSnapshot(kv, previous, { ...previous, banner, seq });
  return { seq };
}
