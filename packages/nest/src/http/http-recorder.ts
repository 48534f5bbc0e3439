import type { KtMetrics } from '../metrics/index.ts';
import {
  OBSERVED,
  ROUTE,
  type ObservedRequest,
  type ObservedResponse,
} from './observed-request.ts';
import { routePattern } from './route-pattern.ts';
import { limitSeries } from './series-limit.ts';

/** What nginx writes for a client that went away before it got an answer. */
const CLIENT_CLOSED = 499;

/** Records a request once, when its response is closed, whoever saw it first and however it ended. */
export class HttpRecorder {
  readonly #metrics: KtMetrics;
  readonly #labelsOf: ReturnType<typeof limitSeries>;

  constructor(metrics: KtMetrics, maxSeries: number) {
    this.#metrics = metrics;
    this.#labelsOf = limitSeries(maxSeries);
  }

  /** A second call for the same response changes nothing. */
  observe(request: ObservedRequest, response: ObservedResponse): void {
    if (response[OBSERVED]) return;
    response[OBSERVED] = true;
    const startMs = performance.now();
    const { active, isActiveOurs } = this.#metrics.http;
    if (isActiveOurs) active.inc();
    let isStream = false;
    // Every stream that Nest sends, events too, is piped; an answer that is ready is not.
    response.once('pipe', () => (isStream = true));
    response.once('close', () => {
      if (isActiveOurs) active.dec();
      this.#record(request, response, isStream ? null : performance.now() - startMs);
    });
  }

  /** The handler of the request is known: so is its pattern. */
  markMatched(request: ObservedRequest): void {
    const path = request.route?.path;
    if (typeof path === 'string') request[ROUTE] = (request.baseUrl ?? '') + path;
  }

  #record(request: ObservedRequest, response: ObservedResponse, durationMs: number | null) {
    // Not answered by Nest: Socket.io shares its server.
    if (request.originalUrl === undefined) return;
    const status = response.headersSent ? response.statusCode : CLIENT_CLOSED;
    const route = routePattern(request, status);
    const labels = this.#labelsOf(request.method ?? 'OTHER', route, status);
    const { requests, duration } = this.#metrics.http;
    requests.inc(labels);
    // A stream lasts as long as there is something to send: its length says nothing of speed.
    if (durationMs !== null) duration.observe(labels, durationMs / 1000);
  }
}
