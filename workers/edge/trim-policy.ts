import { hashSource } from './hash-source.ts';

const INLINE = /<(script|style)[^>]*>([^]*?)<\/\1>/g;
const HASH = / '(sha256-[^']+)'/g;

/** The policy without the hashes of what is in other pages: Astro gives each page those of all. */
export async function trimPolicy(policy: string, html: string): Promise<string> {
  const texts = Array.from(html.matchAll(INLINE), ([, , text = '']) => text);
  const used = new Set(await Promise.all(texts.map(hashSource)));
  return policy.replace(HASH, (source, hash: string) => (used.has(hash) ? source : ''));
}
