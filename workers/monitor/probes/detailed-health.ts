import * as z from 'zod';
import { HttpAddress } from './http-address.ts';
import type { Metadata } from '../../../core/services/outcome.ts';
import { cleanText } from './clean-text.ts';
import { explainFailure } from './explain-failure.ts';
import { follow } from './follow.ts';
import { originUrl } from './origin-url.ts';
import type { ProbeResult } from './probe-result.ts';
import { BadAnswer, readJson } from './read-answer.ts';

const PATH = '/health/detailed';
const LIMIT_BYTES = 256 * 1024;
/** No check of the origin takes an hour; a number beyond is nonsense. */
const LONGEST_MS = 3_600_000;
/** The answer of a route that is not there. */
const ABSENT = [404, 405, 410, 501];

export const OriginSettings = z.object({
  ORIGIN_URL: HttpAddress,
  ORIGIN_TOKEN: z.string().optional(),
});
export type OriginSettings = z.infer<typeof OriginSettings>;

/** The origin's report of what only it can see, or why there is none. */
export type DetailedHealth =
  | { kind: 'report'; services: Record<string, unknown> }
  | { kind: 'absent'; seen: string }
  | { kind: 'unreadable'; reason: string };

const Report = z.object({ services: z.record(z.string(), z.unknown()) });
const ServiceHealth = z.object({
  status: z.enum(['UP', 'DEGRADED', 'DOWN']),
  latencyMs: z.number().nonnegative().max(LONGEST_MS).nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  error: z.string().nullish(),
});

/** A report is read whatever the status: the origin answers 503 with a body when something critical is down. */
export async function fetchDetailedHealth(
  { ORIGIN_URL, ORIGIN_TOKEN }: OriginSettings,
  deadlineMs: number,
): Promise<DetailedHealth> {
  try {
    const headers = ORIGIN_TOKEN && { authorization: `Bearer ${ORIGIN_TOKEN}` };
    const signal = AbortSignal.timeout(deadlineMs);
    const response = await follow(originUrl(ORIGIN_URL, PATH), {
      signal,
      ...(headers && { headers }),
    });
    return await readReport(response);
  } catch (error) {
    const { reason } = explainFailure(error, { deadlineMs, addressedBy: ['ORIGIN_URL'] });
    return { kind: 'unreadable', reason: `${PATH}: ${reason}` };
  }
}

async function readReport(response: Response): Promise<DetailedHealth> {
  const { status } = response;
  if (ABSENT.includes(status)) return { kind: 'absent', seen: `status ${status}` };
  if (status === 401 || status === 403) {
    const remedy = 'set ORIGIN_TOKEN to the token that the origin accepts';
    return { kind: 'unreadable', reason: `${PATH}: status ${status}: ${remedy}` };
  }
  if (!response.ok && status !== 503) {
    return { kind: 'unreadable', reason: `${PATH}: status ${status}` };
  }
  const report = Report.safeParse(await readJson(response, LIMIT_BYTES).catch(htmlIsNoReport));
  if (report.success) return { kind: 'report', services: report.data.services };
  return { kind: 'absent', seen: 'an answer that is no health report' };
}

// An application without this route often answers its page to every address.
function htmlIsNoReport(error: unknown): null {
  if (error instanceof BadAnswer && error.message.startsWith('HTML')) return null;
  throw error;
}

/** One service of the report, with the facts that `facts` names and nothing else. */
export function readService(
  health: DetailedHealth,
  serviceName: string,
  facts: readonly string[],
): ProbeResult {
  if (health.kind === 'unreadable') return { kind: 'unknown', reason: health.reason };
  const seen = health.kind === 'absent' ? health.seen : `no ${serviceName} in the report`;
  const service = health.kind === 'report' ? health.services[serviceName] : undefined;
  if (service === undefined) {
    const remedy = `let the origin report ${serviceName} on ${PATH} (seen: ${seen})`;
    return { kind: 'not-reported', remedy };
  }
  const parsed = ServiceHealth.safeParse(service);
  if (!parsed.success) return { kind: 'unknown', reason: `${PATH}: ${serviceName} is unreadable` };
  const { status, latencyMs, metadata, error } = parsed.data;
  return {
    kind: KIND[status],
    latencyMs: status === 'DOWN' || latencyMs == null ? null : Math.round(latencyMs),
    metadata: pick(metadata ?? {}, facts),
    ...(error && { reason: cleanText(error) }),
  };
}

const KIND = { UP: 'up', DEGRADED: 'degraded', DOWN: 'down' } as const;

const Fact = z.union([z.string().transform(cleanText), z.number(), z.boolean(), z.null()]);

function pick(metadata: Record<string, unknown>, facts: readonly string[]): Metadata {
  const read = facts.map((name) => [name, Fact.safeParse(metadata[name])] as const);
  return Object.fromEntries(
    read.flatMap(([name, fact]) => (fact.success ? [[name, fact.data]] : [])),
  );
}
