import * as z from 'zod';

/** The two commands of a shared store that this needs. */
type ClaimStore = {
  set: (key: string, value: string, options: { ex: number; nx?: true }) => Promise<unknown>;
  get: (key: string) => Promise<unknown>;
};

type Options = {
  store: ClaimStore;
  /** Names the call and its period: the same key is called once wherever it is asked for. */
  key: string;
  sleep: (ms: number) => Promise<void>;
};

const PENDING = 'pending';
const KEEP_SEC = 120;
const LOOK_AGAIN_MS = 500;
/** Together shorter than a probe's deadline. */
const LOOKS = 8;
const TELL_WITHIN_MS = 500;

// When the store is away, this isolate at least does not call twice.
let lastKeyHere = '';

/**
 * Runs `call` in one place only for each key; the others wait for its result. Without the store each isolate calls
 * once. Null: somebody else called and its result did not arrive in time.
 */
export async function onceInAll<T>(
  schema: z.ZodType<T>,
  call: () => Promise<T>,
  options: Options,
): Promise<T | null> {
  const { store, key, sleep } = options;
  const claim = await store.set(key, PENDING, { ex: KEEP_SEC, nx: true }).catch(() => 'away');
  if (claim === null) return waitForResult(schema, options);
  if (claim === 'away' && lastKeyHere === key) return null;
  lastKeyHere = key;
  const result = await call();
  // The others can do without it, and it must not wait for a store that is slow to take it.
  const telling = store.set(key, JSON.stringify(result), { ex: KEEP_SEC }).catch(() => null);
  await Promise.race([telling, sleep(TELL_WITHIN_MS)]);
  return result;
}

async function waitForResult<T>(
  schema: z.ZodType<T>,
  { store, key, sleep }: Options,
): Promise<T | null> {
  for (let look = 0; look < LOOKS; look += 1) {
    const stored = await store.get(key).catch(() => null);
    if (stored !== PENDING) return read(schema, stored);
    await sleep(LOOK_AGAIN_MS);
  }
  return null;
}

function read<T>(schema: z.ZodType<T>, stored: unknown): T | null {
  if (typeof stored !== 'string') return null;
  try {
    return schema.safeParse(JSON.parse(stored)).data ?? null;
  } catch {
    return null;
  }
}
