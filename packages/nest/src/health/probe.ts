/** What a probe found out, beside that the dependency answers. */
export type ProbeFacts = Record<string, string | number | boolean | null>;

/** One dependency. `check` resolves when it answers and rejects when it does not; what it rejects with is shown. */
export type Probe = {
  /** As Pharos calls it: postgresql, redis, stripe-api, s3-storage, smtp-email, or a name of your own. */
  name: string;
  check: (signal: AbortSignal) => Promise<ProbeFacts>;
  /** After this it is DOWN and `signal` fires. Default 3000. */
  timeoutMs?: number;
  /** An answer slower than this is DEGRADED. */
  degradedMs?: number;
  /** How long an answer is repeated, for a third party that counts calls. */
  cacheMs?: number;
  /** Without it the application is DOWN: /health/detailed answers 503. */
  isCritical?: boolean;
};
