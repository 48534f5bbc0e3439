import * as z from 'zod';
import { decodeValues } from '../../../core/metrics/decode-values.ts';
import { encodeValues } from '../../../core/metrics/encode-values.ts';
import type { Frame } from '../../../core/metrics/frame.ts';
import { pack, unpack } from './pack.ts';
import type { SeriesList } from './series-list.ts';

const FrameText = z.object({
  v: z.literal(1),
  origin: z.string(),
  atMs: z.number(),
  reason: z.string().nullable(),
  instance: z.string().nullable(),
  startMs: z.number().nullable(),
  dropped: z.number(),
  /** Name of the list of series, and how many it has. */
  list: z.string(),
  count: z.number(),
  values: z.string(),
});
/** A frame as it is stored, under the name of its slot. */
export type FrameText = z.infer<typeof FrameText>;

/** More than the values of the longest list. */
const MOST_BYTES = 4 * 1024 * 1024;

export async function packFrame(frame: Frame, list: SeriesList, origin: string): Promise<string> {
  const { keys, values, atMs, reason, instance, startMs, dropped } = frame;
  const valueOf = new Map(keys.map((key, at) => [key, values[at] ?? null]));
  const encoded = encodeValues(list.keys.map((key) => valueOf.get(key) ?? null));
  const text: FrameText = {
    v: 1,
    origin,
    atMs,
    reason,
    instance,
    startMs,
    dropped,
    list: list.hash,
    count: list.keys.length,
    values: await pack(encoded),
  };
  return JSON.stringify(text);
}

/** What stands in a stored text; null when it is no frame. */
export function readFrameText(text: string): FrameText | null {
  try {
    return FrameText.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The frame of a slot. Throws an Error when its values are not those of the list. */
export async function unpackFrame(
  slotMs: number,
  { values: packed, count, atMs, reason, instance, startMs, dropped }: FrameText,
  list: SeriesList,
): Promise<Frame> {
  if (count !== list.keys.length) throw new Error('Cannot read a frame: it is of another list');
  const decoded = decodeValues(await unpack(packed, MOST_BYTES), count);
  const points = list.keys.flatMap((key, at) => {
    const value = decoded[at];
    return value === null || value === undefined ? [] : [{ key, value }];
  });
  return {
    slotMs,
    atMs,
    reason,
    instance,
    startMs,
    dropped,
    keys: points.map(({ key }) => key),
    values: Float64Array.from(points, ({ value }) => value),
  };
}
