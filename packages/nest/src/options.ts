import type { FactoryProvider, ModuleMetadata } from '@nestjs/common';
import type { Registry } from 'prom-client';
import type { DataSourceLike } from './health/postgres-probe.ts';
import type { Probe } from './health/probe.ts';
import type { RedisLike } from './health/redis-probe.ts';
import type { SmokeTest } from './smoke/smoke-test.ts';

export const OBSERVABILITY_OPTIONS = Symbol('@pharos/nest options');

export type ObservabilityOptions = {
  /** The registry that the host's /metrics shows. */
  registry: Registry;
  /** TypeORM's DataSource. Without it PostgreSQL and migrations are not reported. */
  dataSource?: DataSourceLike;
  /** The host's Redis service or client. Without it Redis is not reported. */
  redis?: RedisLike;
  /** Further dependencies: `stripeProbe`, `s3Probe`, `smtpProbe`, or one of your own. */
  probes?: readonly Probe[];
  /** Bearer tokens that open the guarded paths, two while one replaces the other. Default: METRICS_TOKENS, by comma. */
  tokens?: readonly string[];
  /** Whole paths, as a client asks for them. */
  paths?: { metrics?: string; detailed?: string; migrations?: string };
  /** What /health/detailed and the instance metric say of this process. Default id: host name and process id. */
  instance?: { id?: string; version?: string; commit?: string };
  http?: {
    /** Distinct method, route and status; what comes after them is recorded under the route `(other)`. Default 2000. */
    maxSeries?: number;
  };
  errors?: {
    /** Names of body fields to blank, besides those that look like secrets. */
    redactKeys?: readonly string[];
  };
  health?: {
    /** How long one result answers everybody. Default 1000. */
    cacheMs?: number;
    /** How often the health gauges are brought up to date. 0 = only when somebody asks. Default 30000. */
    everyMs?: number;
  };
  scrapeWatch?: {
    /** Silence of whoever scrapes that is worth a line in the log. 0 = never. Default 300000. */
    alarmAfterMs?: number;
  };
  /** The run at boot that RUN_SMOKE_ON_DEPLOY=true asks for. */
  smoke?: SmokeOptions;
};

type SmokeOptions = {
  readyPath?: string;
  apiPath?: string;
  /** Default 10000. */
  delayMs?: number;
  /** Default 3. */
  tries?: number;
  /** Between two tries. Default 5000. */
  pauseMs?: number;
  /** Tests of your own, besides the five. */
  tests?: readonly SmokeTest[];
};

export type ObservabilityAsyncOptions = Pick<ModuleMetadata, 'imports'> &
  Pick<FactoryProvider<ObservabilityOptions>, 'inject' | 'useFactory'>;
