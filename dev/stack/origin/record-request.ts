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
  metrics.requests.inc(labels);
  metrics.requestDuration.observe(labels, durationSec);
  if (error) metrics.apiErrors.inc({ type: error, route });
}
