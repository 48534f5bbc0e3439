import { Inject, Injectable, Logger } from '@nestjs/common';
import type { ObservedRequest } from '../http/observed-request.ts';
import { requestFacts } from '../http/request-facts.ts';
import { routePattern } from '../http/route-pattern.ts';
import { KtMetrics } from '../metrics/index.ts';
import { captureInSentry } from '../sentry/capture-in-sentry.ts';
import { SETTINGS, type Settings } from '../settings.ts';
import { describeError } from './describe-error.ts';
import { redact } from './redact.ts';
import { statusOf } from './status-of.ts';

// A readiness check answers 503 on purpose, every few seconds: gauges carry that.
const NOT_ERRORS = /(^|\/)(health|metrics)(\/|$)/;

/** Counts, logs and captures what a request ended with, unless it was the client's fault. */
@Injectable()
export class ErrorReporter {
  readonly #metrics: KtMetrics;
  readonly #settings: Settings;
  readonly #logger = new Logger('ErrorTracking');

  constructor(@Inject(KtMetrics) metrics: KtMetrics, @Inject(SETTINGS) settings: Settings) {
    this.#metrics = metrics;
    this.#settings = settings;
  }

  report(exception: unknown, request: ObservedRequest): void {
    const statusCode = statusOf(exception);
    const route = routePattern(request, statusCode);
    if (statusCode < 500 || NOT_ERRORS.test(route)) return;
    const error = describeError(exception);
    const { method = 'GET' } = request;
    const body = redact(request.body, this.#settings.redactKeys);
    const about = { ...requestFacts(request), route, method, statusCode, body };
    this.#metrics.recordApiError(error.type, route);
    this.#logger.error({ msg: error.message, error, ...about });
    captureInSentry(exception, about);
  }
}
