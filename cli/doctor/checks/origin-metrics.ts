import { originUrl } from '../../../workers/monitor/probes/origin-url.ts';
import { USER_AGENT } from '../../../workers/monitor/probes/user-agent.ts';
import { explainConnection } from '../explain-connection.ts';
import { fail, off, ok, type Check } from '../finding.ts';
import { findExpositionProblem } from '../find-exposition-problem.ts';
import { isHttpAddress } from '../is-http-address.ts';
import { isToken } from '../is-token.ts';
import { readBeginning } from '../read-beginning.ts';

const NAME = 'origin-metrics';
const DEADLINE_MS = 5_000;
const ENOUGH_BYTES = 64 * 1024;
/** The answer of a route that is not there. */
const ABSENT = [404, 405, 410, 501];

type Origin = { url: string; token: string };

/** The numbers that the origin gives out about itself. */
export const originMetrics: Check = {
  name: NAME,
  async run({ env, now }) {
    const origin = { url: env['ORIGIN_URL'] ?? '', token: env['ORIGIN_TOKEN'] ?? '' };
    const problem = findProblem(origin);
    if (problem !== null) return [fail(NAME, problem)];
    const startedAtMs = now();
    try {
      const { problem: seen, isThere } = await scrape(origin);
      if (seen === null) return [ok(NAME, now() - startedAtMs)];
      // Without a token it may be any web application.
      return [isThere || origin.token !== '' ? fail(NAME, seen) : off(NAME, seen)];
    } catch (error) {
      return [fail(NAME, `${explainConnection(error)}: check ORIGIN_URL`)];
    }
  },
};

function findProblem({ url, token }: Origin): string | null {
  if (url === '') return 'set ORIGIN_URL to the address of the application to watch';
  if (!isHttpAddress(url)) return 'ORIGIN_URL must be a whole address without a user, https://…';
  return token === '' || isToken(token) ? null : 'ORIGIN_TOKEN has a space or line break in it';
}

async function scrape({
  url,
  token,
}: Origin): Promise<{ problem: string | null; isThere: boolean }> {
  const response = await fetch(originUrl(url, '/metrics'), {
    headers: { ...USER_AGENT, ...(token !== '' && { authorization: `Bearer ${token}` }) },
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  const { status, ok: isGood } = response;
  const type = response.headers.get('content-type') ?? '';
  const text = await readBeginning(response, ENOUGH_BYTES);
  const isAbsent = ABSENT.includes(status) || (isGood && type.startsWith('text/html'));
  if (isAbsent) return { problem: describeAbsence(status), isThere: false };
  const problem = isGood ? findExpositionProblem(type, text) : explainStatus(status, token);
  return { problem, isThere: true };
}

function describeAbsence(status: number): string {
  const seen = status === 200 ? 'a page' : `status ${status}`;
  return `let the origin give its numbers on /metrics (seen: ${seen})`;
}

function explainStatus(status: number, token: string): string {
  if (status !== 401 && status !== 403) return `status ${status}`;
  const remedy = token === '' ? 'set ORIGIN_TOKEN' : 'check ORIGIN_TOKEN';
  return `status ${status}: ${remedy}`;
}
