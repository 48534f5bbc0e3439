/** Numbers from 0 to 1 that are the same in every run: mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A token with something broken, by chance. */
export function breakToken(good: string, random: () => number): string {
  // The last letter of a signature holds two bits that mean nothing.
  const at = Math.floor(random() * (good.length - 1));
  const letter = good[at] ?? '';
  const pick = () => LETTERS[Math.floor(random() * LETTERS.length)] ?? 'x';
  const other = () => {
    const picked = pick();
    return picked === letter ? '~' : picked;
  };
  const [head = '', payload = '', signature = ''] = good.split('.');
  const ways = [
    () => good.slice(0, at),
    () => good.slice(0, at) + good.slice(at + 1),
    () => good.slice(0, at) + pick() + good.slice(at),
    () => good.slice(0, at) + other() + good.slice(at + 1),
    () => good.slice(0, at) + '.' + good.slice(at),
    () => good.slice(0, at) + '=' + good.slice(at),
    () => good.slice(0, at) + ' ' + good.slice(at),
    () => good.slice(0, at) + ';' + good.slice(at),
    () => [payload, head, signature].join('.'),
    () => [head, signature, payload].join('.'),
    () => [head, payload, signature + signature].join('.'),
    () => [head, payload.slice(at % payload.length), signature].join('.'),
    () => [head.slice(at % head.length), payload, signature].join('.'),
    () => good.toUpperCase(),
    () => `${good}=`,
    () => `"${good}"`,
    () => encodeURIComponent(`${good}%`),
  ];
  const broken = ways[Math.floor(random() * ways.length)]?.() ?? '';
  return broken === good || broken === '' ? `${good}~` : broken;
}
