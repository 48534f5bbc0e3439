import type { Environment } from './read-environment.ts';

/** What is known of one thing after it was tried. `off`: it is not set, and Pharos runs without it. */
export type Finding = {
  name: string;
  status: 'ok' | 'fail' | 'off';
  /** Milliseconds; null when nothing was timed. */
  latencyMs: number | null;
  /** What was seen and what to do; null when there is nothing to add. */
  detail: string | null;
};

export type CheckContext = {
  env: Environment;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
};

export type Check = {
  name: string;
  run: (context: CheckContext) => Promise<Finding[]>;
};

export function ok(name: string, latencyMs: number | null, detail: string | null = null): Finding {
  return { name, status: 'ok', latencyMs, detail };
}

export function fail(name: string, detail: string): Finding {
  return { name, status: 'fail', latencyMs: null, detail };
}

export function off(name: string, detail: string): Finding {
  return { name, status: 'off', latencyMs: null, detail };
}
