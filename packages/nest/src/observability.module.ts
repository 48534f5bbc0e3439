import {
  Inject,
  Module,
  type DynamicModule,
  type NestModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, HttpAdapterHost, ModuleRef } from '@nestjs/core';
import { guardPaths } from './access/guard-paths.ts';
import { ErrorReporter } from './errors/error-reporter.ts';
import { ErrorTrackingFilter } from './errors/error-tracking.filter.ts';
import { addHealthRoutes } from './health/add-health-routes.ts';
import { HealthService } from './health/health.service.ts';
import { HttpRecorder } from './http/http-recorder.ts';
import { PerformanceInterceptor } from './http/performance.interceptor.ts';
import { KtMetrics } from './metrics/index.ts';
import {
  OBSERVABILITY_OPTIONS,
  type ObservabilityAsyncOptions,
  type ObservabilityOptions,
} from './options.ts';
import { ScrapeWatch } from './scrape-watch.ts';
import { readSettings, SETTINGS, type Settings } from './settings.ts';
import { SmokeOnDeploy } from './smoke/smoke-on-deploy.ts';

const WATCH_EVERY_MS = 10_000;

/** Metrics, error reports, health and logs of the application that imports it, for all of its modules. */
@Module({})
export class ObservabilityModule
  implements NestModule, OnApplicationBootstrap, OnApplicationShutdown
{
  readonly #ref: ModuleRef;
  readonly #timers: NodeJS.Timeout[] = [];

  constructor(@Inject(ModuleRef) ref: ModuleRef) {
    this.#ref = ref;
  }

  static forRoot(options: ObservabilityOptions): DynamicModule {
    return build([{ provide: OBSERVABILITY_OPTIONS, useValue: options }]);
  }

  static forRootAsync({ imports, inject, useFactory }: ObservabilityAsyncOptions): DynamicModule {
    const options = { provide: OBSERVABILITY_OPTIONS, useFactory, inject: inject ?? [] };
    return { ...build([options]), imports: imports ?? [] };
  }

  /** Before Nest adds its own middleware and routes, and after main.ts has set prefix and filters. */
  configure(): void {
    const adapter = this.#ref.get(HttpAdapterHost, { strict: false }).httpAdapter;
    if (adapter.getType() !== 'express') {
      throw new Error(
        `Cannot observe this application: it runs on ${adapter.getType()}, and @pharos/nest knows Express only`,
      );
    }
    const settings = this.#ref.get<Settings>(SETTINGS);
    const recorder = this.#ref.get(HttpRecorder);
    const watch = this.#ref.get(ScrapeWatch);
    this.#ref.get(ErrorTrackingFilter).moveToFront();
    adapter.getHttpServer().prependListener('request', recorder.observe.bind(recorder));
    adapter.use(guardPaths(settings, () => watch.recordScrape()));
    addHealthRoutes(adapter, { health: this.#ref.get(HealthService), paths: settings.paths });
  }

  onApplicationBootstrap(): void {
    const { instance, healthEveryMs } = this.#ref.get<Settings>(SETTINGS);
    const metrics = this.#ref.get(KtMetrics);
    // Other modules may add them when they start, and twice would throw: this is after all of them.
    metrics.ensureDefaultMetrics();
    const { id, version, commit } = instance;
    metrics.setInstance({ instance: id, version, commit });
    const watch = this.#ref.get(ScrapeWatch);
    this.#every(WATCH_EVERY_MS, () => watch.check());
    this.#keepHealthFresh(healthEveryMs);
    this.#ref.get(SmokeOnDeploy).start(process.env);
  }

  onApplicationShutdown(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#ref.get(SmokeOnDeploy).stop();
  }

  #keepHealthFresh(everyMs: number) {
    if (everyMs === 0) return;
    const health = this.#ref.get(HealthService);
    void health.checkDetailed();
    this.#every(everyMs, () => void health.checkDetailed());
  }

  #every(ms: number, run: () => void) {
    this.#timers.push(setInterval(run, ms).unref());
  }
}

function build(options: Provider[]): DynamicModule {
  return {
    module: ObservabilityModule,
    global: true,
    providers: [
      ...options,
      {
        provide: SETTINGS,
        useFactory: (given: ObservabilityOptions) => readSettings(given, process.env),
        inject: [OBSERVABILITY_OPTIONS],
      },
      {
        provide: KtMetrics,
        useFactory: ({ registry }: Settings) => new KtMetrics(registry),
        inject: [SETTINGS],
      },
      {
        provide: HttpRecorder,
        useFactory: (metrics: KtMetrics, { maxSeries }: Settings) =>
          new HttpRecorder(metrics, maxSeries),
        inject: [KtMetrics, SETTINGS],
      },
      ErrorReporter,
      ErrorTrackingFilter,
      HealthService,
      ScrapeWatch,
      SmokeOnDeploy,
      { provide: APP_INTERCEPTOR, useClass: PerformanceInterceptor },
      { provide: APP_FILTER, useExisting: ErrorTrackingFilter },
    ],
    exports: [KtMetrics, HealthService, SmokeOnDeploy],
  };
}
