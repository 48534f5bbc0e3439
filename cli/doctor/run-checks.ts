import { fail, type Check, type CheckContext, type Finding } from './finding.ts';
import { hideSecrets } from './hide-secrets.ts';

/** Runs every check, side by side; each fails alone. What they found comes in their order and without secrets. */
export async function runChecks(
  checks: readonly Check[],
  context: CheckContext,
): Promise<Finding[]> {
  const found = await Promise.all(checks.map((check) => runCheck(check, context)));
  return found.flat().map((finding) => ({
    ...finding,
    detail: finding.detail === null ? null : hideSecrets(finding.detail, context.env),
  }));
}

async function runCheck({ name, run }: Check, context: CheckContext): Promise<Finding[]> {
  try {
    return await run(context);
  } catch (error) {
    // Its message may quote what it was given.
    return [fail(name, `cannot finish: ${error instanceof Error ? error.name : 'unknown error'}`)];
  }
}
