import * as z from 'zod';
import { Banner } from '../../core/snapshot/banner.ts';
import { inTime } from '../shared/in-time.ts';

const KEY = 'banner:v1';
const DEADLINE_MS = 1_000;
const MOST_CHANGES = 50;

const Kept = z.object({
  banner: Banner.nullable(),
  /** Who set and took away what, the newest last, for the audit log: this works while Postgres is away. */
  changes: z.array(z.object({ at: z.iso.datetime(), by: z.string(), text: z.string().nullable() })),
});
type Kept = z.infer<typeof Kept>;

/** The banner as it was set last, whether or not its time is over; null: none. */
export async function readBanner(kv: KVNamespace): Promise<Banner | null> {
  return (await read(kv)).banner;
}

export async function saveBanner(
  kv: KVNamespace,
  banner: Banner | null,
  { by, at }: { by: string; at: string },
): Promise<void> {
  const { changes } = await read(kv).catch((): Kept => ({ banner: null, changes: [] }));
  const kept = { banner, changes: [...changes, { at, by, text: banner?.text ?? null }] };
  kept.changes = kept.changes.slice(-MOST_CHANGES);
  await inTime(kv.put(KEY, JSON.stringify(kept)), DEADLINE_MS);
}

async function read(kv: KVNamespace): Promise<Kept> {
  const stored = await inTime(kv.get(KEY), DEADLINE_MS);
  return stored === null ? { banner: null, changes: [] } : Kept.parse(JSON.parse(stored));
}
