/** How often a third party is asked, how long it may take, and what is slow for it. */
export const THIRD_PARTY = { cacheMs: 60_000, timeoutMs: 4_000, degradedMs: 1_500 };
