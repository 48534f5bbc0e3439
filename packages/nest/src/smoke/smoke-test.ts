import type { Settings } from '../settings.ts';

export type SmokeContext = {
  /** Of this very process. */
  baseUrl: string;
  signal: AbortSignal;
  settings: Settings;
};

/** Rejects with what was seen when the deploy is not well. */
export type SmokeTest = { test: string; run: (context: SmokeContext) => Promise<void> };

export type SmokeResult = { test: string; passed: boolean; duration: number; error?: string };

export type SmokeReport = { passed: boolean; results: SmokeResult[] };
