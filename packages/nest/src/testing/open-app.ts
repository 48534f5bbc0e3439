import type { INestApplication, LoggerService, ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Registry } from 'prom-client';
import { ObservabilityModule } from '../observability.module.ts';
import type { ObservabilityOptions } from '../options.ts';
import {
  HealthController,
  HOST_REGISTRY,
  MetricsController,
  ThingsController,
} from './small-host.ts';

export const TOKEN = 'a-token-for-tests-0000';

export type OpenApp = {
  app: INestApplication;
  url: string;
  registry: Registry;
  /** What was logged, level and arguments. */
  lines: unknown[][];
  /** "METHOD route status" to how often it was counted. */
  counts: () => Promise<Record<string, number>>;
  close: () => Promise<void>;
};

type Host = {
  options?: Partial<ObservabilityOptions>;
  /** False: those of the environment. */
  areTokensGiven?: boolean;
  providers?: ModuleMetadata['providers'];
  controllers?: ModuleMetadata['controllers'];
  /** As in main.ts, before the server listens. */
  setUp?: (app: INestApplication) => void;
};

/** A real Nest application on a free port, with the package in it. */
export async function openApp(host: Host = {}): Promise<OpenApp> {
  const { options = {}, areTokensGiven = true, providers = [], controllers = [], setUp } = host;
  const registry = new Registry();
  const observability = ObservabilityModule.forRoot({
    registry,
    ...(areTokensGiven && { tokens: [TOKEN] }),
    health: { everyMs: 0, cacheMs: 0 },
    ...options,
  });
  class AppModule {}
  const module = {
    module: AppModule,
    imports: [observability],
    controllers: [ThingsController, MetricsController, HealthController, ...controllers],
    providers: [{ provide: HOST_REGISTRY, useValue: registry }, ...providers],
  };
  const lines: unknown[][] = [];
  const app = await NestFactory.create(module, { logger: recordLines(lines), abortOnError: false });
  setUp?.(app);
  await app.listen(0, '127.0.0.1');
  return {
    app,
    url: await app.getUrl(),
    registry,
    lines,
    counts: () => readCounts(registry),
    close: () => app.close(),
  };
}

export function bearer(token: string): { headers: Record<string, string> } {
  return { headers: { authorization: `Bearer ${token}` } };
}

async function readCounts(registry: Registry): Promise<Record<string, number>> {
  const { values = [] } = (await registry.getSingleMetric('http_requests_total')?.get()) ?? {};
  const counted = values.map(({ labels, value }): [string, number] => [
    `${labels['method']} ${labels['route']} ${labels['status_code']}`,
    value,
  ]);
  return Object.fromEntries(counted);
}

function recordLines(lines: unknown[][]): LoggerService {
  const record =
    (level: string) =>
    (...message: unknown[]) =>
      void lines.push([level, ...message]);
  return { log: record('log'), warn: record('warn'), error: record('error') };
}
