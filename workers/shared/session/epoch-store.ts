import * as z from 'zod';
import { inTime } from '../in-time.ts';

const KEY = 'session-epoch:v1';
const DEADLINE_MS = 1_000;

const Stored = z.coerce.number().int().positive();

/** The copy of the epoch, for while the database is away; null when there is none that can be read. */
export async function loadEpoch(kv: KVNamespace): Promise<number | null> {
  try {
    return Stored.safeParse(await inTime(kv.get(KEY), DEADLINE_MS)).data ?? null;
  } catch (error) {
    console.error(`Cannot read the copy of the epoch: ${String(error)}`);
    return null;
  }
}

export async function saveEpoch(kv: KVNamespace, epoch: number): Promise<void> {
  await inTime(kv.put(KEY, String(epoch)), DEADLINE_MS);
}
