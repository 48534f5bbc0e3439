import type { Store } from './store.ts';
import type { Value } from './value.ts';

// What Redis spends on the bookkeeping of one key or element, roughly.
const OVERHEAD_BYTES = 48;

/** An estimate of the memory the data takes, in bytes. */
export function countBytes(store: Store): number {
  const perKey = [...store.entries].map(([key, { value }]) => sum([key, ...listTexts(value)]));
  return perKey.reduce((total, bytes) => total + bytes, 0);
}

function sum(texts: string[]) {
  return texts.reduce((total, text) => total + text.length + OVERHEAD_BYTES, 0);
}

function listTexts(value: Value): string[] {
  switch (value.type) {
    case 'string':
      return [value.data];
    case 'list':
    case 'set':
      return [...value.data];
    case 'hash':
      return [...value.data].flat();
    case 'zset':
      return [...value.data.scores.keys()];
  }
}
