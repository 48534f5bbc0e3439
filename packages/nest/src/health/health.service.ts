import { Inject, Injectable } from '@nestjs/common';
import { KtMetrics } from '../metrics/index.ts';
import { SETTINGS, type Settings } from '../settings.ts';
import type { DetailedHealth, ServiceHealth, ServiceState } from './detailed-health.ts';
import { postgresProbe } from './postgres-probe.ts';
import type { Probe } from './probe.ts';
import { createProbeRunner } from './probe-runner.ts';
import { redisProbe } from './redis-probe.ts';
import { reportMigrations, type MigrationReport } from './report-migrations.ts';
import { shareResult } from './share-result.ts';

const STARTED_MS = Date.now() - process.uptime() * 1000;

/** What this process can say of itself and its dependencies. However many ask at once, each is checked once. */
@Injectable()
export class HealthService {
  /** Never rejects: what cannot be checked is DOWN. */
  readonly checkDetailed: () => Promise<DetailedHealth>;
  /** Rejects when the database does not answer; null without a DataSource. */
  readonly checkMigrations: (() => Promise<MigrationReport>) | null;
  readonly #metrics: KtMetrics;
  readonly #settings: Settings;
  readonly #runners: readonly { probe: Probe; run: () => Promise<ServiceHealth> }[];

  constructor(@Inject(SETTINGS) settings: Settings, @Inject(KtMetrics) metrics: KtMetrics) {
    const { dataSource, redis, probes, healthCacheMs } = settings;
    this.#settings = settings;
    this.#metrics = metrics;
    const all = [
      ...(dataSource === undefined ? [] : [postgresProbe(dataSource)]),
      ...(redis === undefined ? [] : [redisProbe(redis)]),
      ...probes,
    ];
    this.#runners = all.map((probe) => ({ probe, run: createProbeRunner(probe, Date.now) }));
    this.checkDetailed = shareResult(() => this.#check(), healthCacheMs);
    this.checkMigrations =
      dataSource === undefined
        ? null
        : shareResult(() => reportMigrations(dataSource), healthCacheMs);
  }

  async #check(): Promise<DetailedHealth> {
    const startMs = performance.now();
    const checkedAt = new Date().toISOString();
    const checked = await Promise.all(
      this.#runners.map(async ({ probe, run }) => ({ probe, health: await run() })),
    );
    const services: Record<string, ServiceHealth> = {
      'api-server': { status: 'UP', latencyMs: 0, checkedAt },
      ...Object.fromEntries(checked.map(({ probe, health }) => [probe.name, health])),
    };
    for (const [name, health] of Object.entries(services)) this.#metrics.recordHealth(name, health);
    const durationMs = Math.round(performance.now() - startMs);
    return { status: judge(checked), checkedAt, durationMs, instance: this.#instance(), services };
  }

  #instance(): DetailedHealth['instance'] {
    return {
      ...this.#settings.instance,
      startedAt: new Date(STARTED_MS).toISOString(),
      uptimeSeconds: Math.round(process.uptime()),
      node: process.version,
    };
  }
}

function judge(checked: readonly { probe: Probe; health: ServiceHealth }[]): ServiceState {
  const isDown = ({ probe, health }: (typeof checked)[number]) =>
    probe.isCritical === true && health.status === 'DOWN';
  if (checked.some(isDown)) return 'DOWN';
  return checked.every(({ health }) => health.status === 'UP') ? 'UP' : 'DEGRADED';
}
