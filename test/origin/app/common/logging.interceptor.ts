import {
  Inject,
  Injectable,
  Logger,
  Optional,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { tap, type Observable } from 'rxjs';
import type { MetricsService } from '../metrics/metrics.service.ts';

/** Bound where the host records requests itself, as it did before. */
export const HTTP_METRICS = Symbol('HTTP_METRICS');

@Injectable()
export class LoggingInterceptor implements NestInterceptor {
  readonly #logger = new Logger(LoggingInterceptor.name);
  readonly #metrics: MetricsService | undefined;

  constructor(@Optional() @Inject(HTTP_METRICS) metrics?: MetricsService) {
    this.#metrics = metrics;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const { method, route } = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const startMs = Date.now();
    const done = (status: number) => {
      const ms = Date.now() - startMs;
      this.#logger.debug(`${method} ${route.path} ${status} ${ms}ms`);
      this.#metrics?.recordHttpRequest({ method, route: route.path, status }, ms / 1000);
    };
    return next.handle().pipe(
      tap({
        next: () => done(response.statusCode),
        error: (error) => done(Object(error).status ?? 500),
      }),
    );
  }
}
