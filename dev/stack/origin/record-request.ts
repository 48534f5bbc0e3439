import type { Metrics } from './metrics.ts';

type RequestRecord = {
  method: string;
  /** The pattern, never the URL: labels must stay few. */
  route: string;
  status: number;
  durationSec: number;
  /** The exception behind a 5xx. */
  error?: string | null;
};

export function recordRequest(metrics: Metrics, record: RequestRecord): void {
  const { method, route, status, durationSec, error } = record;
  const labels = { method, route, status_code: String(status) };
  metrics.kt.http.requests.inc(labels);
  metrics.kt.http.duration.observe(labels, durationSec);
  if (error) metrics.kt.recordApiError(error, route);
}
