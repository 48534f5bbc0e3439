import { Catch, Inject, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { ApplicationConfig, HttpAdapterHost } from '@nestjs/core';
import type { ObservedRequest } from '../http/observed-request.ts';
import { ErrorReporter } from './error-reporter.ts';
import { nextFilter } from './next-filter.ts';
import { QuietFilter } from './quiet.filter.ts';

/**
 * Reports an exception and hands it to the filter that would have caught it without this one: the host's own, or
 * Nest's. The answer to the client is theirs. Nothing is thrown again: Nest would run its filters twice.
 */
@Catch()
export class ErrorTrackingFilter implements ExceptionFilter {
  readonly #adapterHost: HttpAdapterHost;
  readonly #config: ApplicationConfig;
  readonly #reporter: ErrorReporter;
  readonly #logger = new Logger('ErrorTracking');
  #base: QuietFilter | null = null;

  constructor(
    @Inject(HttpAdapterHost) adapterHost: HttpAdapterHost,
    @Inject(ApplicationConfig) config: ApplicationConfig,
    @Inject(ErrorReporter) reporter: ErrorReporter,
  ) {
    this.#adapterHost = adapterHost;
    this.#config = config;
    this.#reporter = reporter;
  }

  catch(exception: unknown, host: ArgumentsHost): unknown {
    this.#report(exception, host);
    const next = nextFilter(this.#config.getGlobalFilters(), this, exception) ?? this.#getBase();
    return next.catch(exception, host);
  }

  /** Puts this filter where Nest asks first; before that another catch-all may hide it. */
  moveToFront(): void {
    const filters = this.#config.getGlobalFilters();
    const at = filters.indexOf(this);
    if (at >= 0) filters.push(...filters.splice(at, 1));
  }

  #report(exception: unknown, host: ArgumentsHost) {
    if (host.getType() !== 'http') return;
    try {
      this.#reporter.report(exception, host.switchToHttp().getRequest<ObservedRequest>());
    } catch (error) {
      // A report that fails must not cost the client its answer.
      this.#logger.warn(`Cannot report an exception: ${String(error)}`);
    }
  }

  // With @nestjs/testing the adapter is there only after this was made.
  #getBase(): QuietFilter {
    this.#base ??= new QuietFilter(this.#adapterHost.httpAdapter);
    return this.#base;
  }
}
