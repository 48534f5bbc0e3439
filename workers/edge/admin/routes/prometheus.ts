import { paths, type Path } from '../../../../core/promql-api/paths.ts';
import { inTime } from '../../../shared/in-time.ts';
import { Refusal } from '../refusal.ts';
import type { FormCall, Route } from '../route.ts';

/** How long the monitor may take over an answer, in milliseconds. */
const DEADLINE_MS = 5_000;

/** What of Prometheus' HTTP API is answered, by the monitor: the window is there. */
export const prometheus: Route[] = paths.flatMap(({ path, takesForm }) => {
  const methods = takesForm ? (['GET', 'POST'] as const) : (['GET'] as const);
  return methods.map((method) => ({
    method,
    path: `/prometheus/api/v1/${path}`,
    role: 'ADMIN' as const,
    scope: 'metrics:read' as const,
    form: 'prometheus' as const,
    ask: (call: FormCall) => askMonitor(path, call),
  }));
});

async function askMonitor(path: Path, { env, sent, params, requestId }: FormCall) {
  const named: [string, string][] = Object.entries(params);
  try {
    const asked = env.MONITOR.askPrometheus({ path, params: [...named, ...sent] });
    const { status, text } = await inTime(Promise.resolve(asked), DEADLINE_MS);
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
    return new Response(text, { status, headers });
  } catch (error) {
    console.error(`Cannot ask the monitor (${requestId}): ${String(error)}`);
    throw new Refusal('UNAVAILABLE', 'The monitor gives no answer');
  }
}
