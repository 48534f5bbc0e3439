import { hideSecrets } from '../errors/hide-secrets.ts';
import type { ServiceHealth } from './detailed-health.ts';
import type { Probe, ProbeFacts } from './probe.ts';

const TIMEOUT_MS = 3_000;
/** Checks without an answer that may be open: each may hold a connection of the pool that visitors use. */
const MOST_OPEN = 3;
const FORGET_OPEN_MS = 60_000;
const LONGEST_ERROR = 300;

/** Gives a function that runs the probe within its deadline and never throws. */
export function createProbeRunner(probe: Probe, now: () => number): () => Promise<ServiceHealth> {
  const { timeoutMs = TIMEOUT_MS, cacheMs = 0 } = probe;
  const open = new Set<{ sinceMs: number }>();
  let last: { atMs: number; health: ServiceHealth } | null = null;

  return async function runProbe() {
    if (last !== null && now() - last.atMs < cacheMs) return { ...last.health, cached: true };
    const atMs = now();
    const startMs = performance.now();
    const health = await checkWithin(atMs).then(
      (facts) => answered(facts, performance.now() - startMs),
      (error: unknown) => failed(error, performance.now() - startMs),
    );
    const result = { ...health, checkedAt: new Date(atMs).toISOString() };
    last = { atMs, health: result };
    return result;
  };

  async function checkWithin(atMs: number): Promise<ProbeFacts> {
    for (const check of open) if (atMs - check.sinceMs > FORGET_OPEN_MS) open.delete(check);
    if (open.size >= MOST_OPEN) throw new Error(`${open.size} checks are still without an answer`);
    const check = { sinceMs: atMs };
    open.add(check);
    const deadline = new AbortController();
    const work = Promise.resolve().then(() => probe.check(deadline.signal));
    const close = () => void open.delete(check);
    work.then(close, close);
    return withDeadline(work, { timeoutMs, deadline });
  }

  function answered(metadata: ProbeFacts, elapsedMs: number) {
    const latencyMs = Math.round(elapsedMs);
    const isSlow = probe.degradedMs !== undefined && latencyMs > probe.degradedMs;
    const facts = Object.keys(metadata).length > 0 ? { metadata } : {};
    return { status: isSlow ? ('DEGRADED' as const) : ('UP' as const), latencyMs, ...facts };
  }
}

type Deadline = { timeoutMs: number; deadline: AbortController };

function withDeadline<T>(work: Promise<T>, { timeoutMs, deadline }: Deadline): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      deadline.abort();
      reject(new Error(`no answer within ${timeoutMs} ms`));
    }, timeoutMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function failed(error: unknown, elapsedMs: number) {
  return {
    status: 'DOWN' as const,
    latencyMs: Math.round(elapsedMs),
    error: hideSecrets(explain(error)).slice(0, LONGEST_ERROR),
  };
}

// A refused connection to a name with two addresses has an empty message and a code.
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || String(Reflect.get(error, 'code') ?? error.name);
}
