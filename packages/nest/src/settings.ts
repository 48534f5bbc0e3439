import { hostname } from 'node:os';
import type { ObservabilityOptions } from './options.ts';

export const SETTINGS = Symbol('@pharos/nest settings');

const SHORTEST_TOKEN = 16;

export type Settings = Required<Pick<ObservabilityOptions, 'registry' | 'probes' | 'smoke'>> &
  Pick<ObservabilityOptions, 'dataSource' | 'redis'> & {
    tokens: readonly string[];
    /** Whether the guarded paths are open while there is no token. */
    isOpenWithoutToken: boolean;
    paths: { metrics: string; detailed: string; migrations: string };
    instance: { id: string; version: string; commit: string };
    maxSeries: number;
    redactKeys: readonly string[];
    healthCacheMs: number;
    healthEveryMs: number;
    scrapeAlarmMs: number;
  };

/** The options with their defaults. Throws with what to do about an option that cannot work. */
export function readSettings(
  options: ObservabilityOptions,
  env: Readonly<Record<string, string | undefined>>,
): Settings {
  if (typeof options.registry?.getSingleMetric !== 'function') {
    throw new TypeError(
      'Cannot set up ObservabilityModule: options.registry is no prom-client Registry: give it the one that /metrics shows',
    );
  }
  const { paths = {}, instance = {}, health = {} } = options;
  return {
    ...options,
    probes: options.probes ?? [],
    smoke: options.smoke ?? {},
    tokens: readTokens(options.tokens ?? (env['METRICS_TOKENS'] ?? '').split(',')),
    isOpenWithoutToken: env['NODE_ENV'] !== 'production',
    paths: {
      metrics: paths.metrics ?? '/metrics',
      detailed: paths.detailed ?? '/health/detailed',
      migrations: paths.migrations ?? '/health/migrations',
    },
    instance: {
      // A pod has one process; PM2 and cluster have several on one host.
      id: instance.id ?? `${hostname()}:${process.pid}`,
      version: instance.version ?? 'unknown',
      commit: instance.commit ?? 'unknown',
    },
    maxSeries: options.http?.maxSeries ?? 2_000,
    redactKeys: options.errors?.redactKeys ?? [],
    healthCacheMs: health.cacheMs ?? 1_000,
    healthEveryMs: health.everyMs ?? 30_000,
    scrapeAlarmMs: options.scrapeWatch?.alarmAfterMs ?? 300_000,
  };
}

function readTokens(given: readonly string[]): string[] {
  const tokens = given.map((token) => token.trim()).filter((token) => token !== '');
  if (tokens.every((token) => token.length >= SHORTEST_TOKEN)) return tokens;
  throw new Error(
    `Cannot guard /metrics and /health/detailed: a token has fewer than ${SHORTEST_TOKEN} characters: make one with: openssl rand -hex 24`,
  );
}
