import { joinBytes } from '../../../core/metrics/join-bytes.ts';

/** Bytes, deflated, as text that JSON takes as it is. */
export async function pack(bytes: Uint8Array): Promise<string> {
  const deflated = new Blob([new Uint8Array(bytes)])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  let binary = '';
  for await (const chunk of deflated) {
    for (const byte of chunk) binary += String.fromCharCode(byte);
  }
  return btoa(binary);
}

/** The bytes of such a text; no more than `most` of them. Throws an Error for anything else. */
export async function unpack(text: string, most: number): Promise<Uint8Array> {
  const deflated = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const inflated = new Blob([deflated])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'));
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of inflated) {
    size += chunk.length;
    if (size > most) throw new Error(`Cannot unpack: more than ${most} bytes`);
    chunks.push(chunk);
  }
  return joinBytes(chunks);
}
