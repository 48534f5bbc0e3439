import { env } from 'cloudflare:workers';
import { inject } from 'vitest';

/** The bindings of this Worker under vitest, with the addresses of the servers that the test run started. */
export function testEnv(changes: Record<string, string> = {}): MonitorEnv {
  // `env` is typed as the edge's; under this project's config it is the monitor's.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ...(env as unknown as MonitorEnv), ...inject('backing').env, ...changes };
}
