import { openUpstash } from '../upstash.ts';
import { openFrameStore, type FrameStore } from './frame-store.ts';

export type Stores = Pick<
  MonitorEnv,
  'ORIGIN_URL' | 'UPSTASH_REDIS_REST_URL' | 'UPSTASH_REDIS_REST_TOKEN'
>;

/** The store of the window; one that gives no answer where its address is none. */
export function openStore({
  UPSTASH_REDIS_REST_URL,
  UPSTASH_REDIS_REST_TOKEN,
}: Stores): FrameStore {
  try {
    return openFrameStore(openUpstash(UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN));
  } catch {
    return NO_STORE;
  }
}

const NO_STORE: FrameStore = {
  exchange: () => Promise.reject(new Error('UPSTASH_REDIS_REST_URL is no address')),
};
