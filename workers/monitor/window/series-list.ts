import { pack, unpack } from './pack.ts';

/** The series that frames are written by: their list, its name, a hash of what is in it, and the text it is stored as. */
export type SeriesList = { hash: string; keys: readonly string[]; text: string };

/** More than the longest list that is written. */
const MOST_BYTES = 16 * 1024 * 1024;
const HASH_BYTES = 16;

export async function packList(keys: readonly string[]): Promise<SeriesList> {
  const joined = keys.join('\n');
  const text = await pack(new TextEncoder().encode(joined));
  return { hash: await hashText(joined), keys, text };
}

/** The list of this name. Throws an Error when the text is of another one, or of none. */
export async function unpackList(hash: string, text: string): Promise<SeriesList> {
  const joined = new TextDecoder().decode(await unpack(text, MOST_BYTES));
  if ((await hashText(joined)) !== hash)
    throw new Error(`Cannot read the list ${hash}: it is another`);
  return { hash, keys: joined.split('\n'), text };
}

/** So many hexadecimal digits of a SHA-256 that no two texts share them. */
export async function hashText(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const bytes = new Uint8Array(digest).subarray(0, HASH_BYTES);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
