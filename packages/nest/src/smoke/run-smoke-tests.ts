import { hideSecrets } from '../errors/hide-secrets.ts';
import type { SmokeContext, SmokeReport, SmokeResult, SmokeTest } from './smoke-test.ts';

const TIMEOUT_MS = 5_000;

/** Runs the tests one after the other, each within its deadline. Never rejects. */
export async function runSmokeTests(
  tests: readonly SmokeTest[],
  context: Omit<SmokeContext, 'signal'>,
): Promise<SmokeReport> {
  const results: SmokeResult[] = [];
  for (const test of tests) results.push(await runOne(test, context));
  return { passed: results.every(({ passed }) => passed), results };
}

async function runOne(
  { test, run }: SmokeTest,
  context: Omit<SmokeContext, 'signal'>,
): Promise<SmokeResult> {
  const startMs = performance.now();
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const late = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error(`no answer within ${TIMEOUT_MS} ms`)));
  });
  const error = await Promise.race([run({ ...context, signal }), late]).then(
    () => null,
    (reason: unknown) => hideSecrets(reason instanceof Error ? reason.message : String(reason)),
  );
  const duration = Math.round(performance.now() - startMs);
  return { test, passed: error === null, duration, ...(error !== null && { error }) };
}
