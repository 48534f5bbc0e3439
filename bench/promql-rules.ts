// Sixty rules as they are written for alerts: twelve kinds, each with five thresholds; and the same by hand.
import type { BenchData } from './promql-data.ts';
import {
  eachIncrease,
  eachLast,
  eachWindow,
  predict,
  quantileOf,
  sumIncrease,
  type Answer,
  type Pick,
} from './promql-loops.ts';

export type BenchRule = { expr: string; byHand: (data: BenchData) => Answer };

const MINUTE_MS = 60_000;
const KINDS = [
  routeRate,
  errorShare,
  latency,
  routeLatency,
  waitingJobs,
  heap,
  targetDown,
  criticalErrors,
  cacheHits,
  diskFull,
  noisyModules,
  busyTables,
];

/** `count` rules, each kind in turn. */
export function createRules(count: number): BenchRule[] {
  return Array.from({ length: count }, (_, index) => {
    const kind = KINDS[index % KINDS.length] ?? routeRate;
    return kind(1 + (Math.floor(index / KINDS.length) % 5));
  });
}

function routeRate(level: number): BenchRule {
  const name = 'http_requests_total';
  return {
    expr: `sum by (route) (rate(${name}[5m])) > ${level}`,
    byHand: (data) => {
      const sums = sumIncrease(data, { name, rangeMs: 5 * MINUTE_MS, by: 'route' });
      return toAnswer(sums, 'route', 300).filter(({ value }) => value > level);
    },
  };
}

function errorShare(level: number): BenchRule {
  const name = 'http_requests_total';
  return {
    expr: `sum(rate(${name}{status=~"5.."}[5m])) / sum(rate(${name}[5m])) > ${level / 100}`,
    byHand: (data) => {
      const rangeMs = 5 * MINUTE_MS;
      const failed = sumIncrease(data, { name, rangeMs, by: '', pick: isFailure }).get('');
      const all = sumIncrease(data, { name, rangeMs, by: '' }).get('');
      if (failed === undefined || all === undefined) return [];
      return failed / all > level / 100 ? [{ labels: {}, value: failed / all }] : [];
    },
  };
}

function latency(level: number): BenchRule {
  const name = 'http_request_duration_seconds_bucket';
  return {
    expr: `histogram_quantile(0.99, sum by (le) (rate(${name}[5m]))) > ${level / 10}`,
    byHand: (data) => {
      const sums = sumIncrease(data, { name, rangeMs: 5 * MINUTE_MS, by: 'le' });
      const value = quantileOf(0.99, toBuckets(sums));
      return value > level / 10 ? [{ labels: {}, value }] : [];
    },
  };
}

function routeLatency(level: number): BenchRule {
  const name = 'http_request_duration_seconds_bucket';
  return {
    expr: `histogram_quantile(0.95, sum by (route, le) (rate(${name}[5m]))) > ${level / 10}`,
    byHand: (data) => {
      const routes = new Map<string, Map<string, number>>();
      for (const { labels, value } of eachIncrease(data, { name, rangeMs: 5 * MINUTE_MS })) {
        const { route = '', le = '' } = labels;
        const buckets = routes.get(route) ?? new Map<string, number>();
        buckets.set(le, (buckets.get(le) ?? 0) + value);
        routes.set(route, buckets);
      }
      return Array.from(routes, ([route, buckets]) => {
        return { labels: { route }, value: quantileOf(0.95, toBuckets(buckets)) };
      }).filter(({ value }) => value > level / 10);
    },
  };
}

function waitingJobs(level: number): BenchRule {
  return {
    expr: `max_over_time(queue_jobs{state="waiting"}[10m]) > ${level * 15}`,
    byHand: (data) => {
      const rangeMs = 10 * MINUTE_MS;
      const all = eachWindow(
        data,
        { name: 'queue_jobs', rangeMs, pick: isWaiting },
        (values, from) => {
          let most = values[from] ?? NaN;
          for (let index = from; index < values.length; index += 1) {
            if ((values[index] ?? NaN) > most) most = values[index] ?? NaN;
          }
          return most;
        },
      );
      return all.filter(({ value }) => value > level * 15);
    },
  };
}

function heap(level: number): BenchRule {
  return {
    expr: `avg by (instance) (nodejs_heap_bytes) > ${level * 10}`,
    byHand: (data) => {
      const groups = new Map<string, { sum: number; count: number }>();
      for (const { labels, value } of eachLast(data, 'nodejs_heap_bytes')) {
        const { instance = '' } = labels;
        const { sum, count } = groups.get(instance) ?? { sum: 0, count: 0 };
        groups.set(instance, { sum: sum + value, count: count + 1 });
      }
      return Array.from(groups, ([instance, { sum, count }]) => {
        return { labels: { instance }, value: sum / count };
      }).filter(({ value }) => value > level * 10);
    },
  };
}

function targetDown(level: number): BenchRule {
  return {
    expr: `up{job!="j${level}"} == 0`,
    byHand: (data) =>
      eachLast(data, 'up', ({ job }) => job !== `j${level}`).filter(({ value }) => value === 0),
  };
}

function criticalErrors(level: number): BenchRule {
  const name = 'app_errors_total';
  return {
    expr: `increase(${name}{severity="critical"}[15m]) > ${level * 300}`,
    byHand: (data) => {
      const all = eachIncrease(data, { name, rangeMs: 15 * MINUTE_MS, pick: isCritical });
      return all.filter(({ value }) => value > level * 300);
    },
  };
}

function cacheHits(level: number): BenchRule {
  const hits = 'rate(cache_hits_total[5m])';
  return {
    expr: `${hits} / (${hits} + rate(cache_misses_total[5m])) < ${level / 10}`,
    byHand: (data) => {
      const rangeMs = 5 * MINUTE_MS;
      const found = eachIncrease(data, { name: 'cache_hits_total', rangeMs });
      const missed = new Map<string, number>();
      for (const { labels, value } of eachIncrease(data, { name: 'cache_misses_total', rangeMs })) {
        missed.set(labels['cache'] ?? '', value);
      }
      return found.flatMap(({ labels, value }) => {
        const other = missed.get(labels['cache'] ?? '');
        const share = other === undefined ? NaN : value / (value + other);
        return share < level / 10 ? [{ labels, value: share }] : [];
      });
    },
  };
}

function diskFull(level: number): BenchRule {
  return {
    expr: `predict_linear(disk_free_bytes[30m], ${level * 3600}) < 0`,
    byHand: (data) => {
      const rangeMs = 30 * MINUTE_MS;
      const all = eachWindow(data, { name: 'disk_free_bytes', rangeMs }, (values, from) => {
        return predict(values.subarray(from), level * 3600);
      });
      return all.filter(({ value }) => value < 0);
    },
  };
}

function noisyModules(level: number): BenchRule {
  const name = 'app_errors_total';
  return {
    expr: `sum by (module) (increase(${name}[10m])) > ${level * 500} unless on (module) increase(${name}{severity="info"}[10m]) > 300`,
    byHand: (data) => {
      const rangeMs = 10 * MINUTE_MS;
      const sums = sumIncrease(data, { name, rangeMs, by: 'module' });
      const loud = new Set<string>();
      for (const { labels, value } of eachIncrease(data, { name, rangeMs, pick: isInfo })) {
        if (value > 300) loud.add(labels['module'] ?? '');
      }
      return toAnswer(sums, 'module', 1).filter(
        ({ labels, value }) => value > level * 500 && !loud.has(labels['module'] ?? ''),
      );
    },
  };
}

function busyTables(level: number): BenchRule {
  return {
    expr: `topk(${level}, sum by (table) (rate(db_queries_total[5m])))`,
    byHand: (data) => {
      const sums = sumIncrease(data, {
        name: 'db_queries_total',
        rangeMs: 5 * MINUTE_MS,
        by: 'table',
      });
      return toAnswer(sums, 'table', 300)
        .toSorted((a, b) => b.value - a.value)
        .slice(0, level);
    },
  };
}

const isFailure: Pick = ({ status = '' }) => /^5..$/.test(status);
const isWaiting: Pick = ({ state }) => state === 'waiting';
const isCritical: Pick = ({ severity }) => severity === 'critical';
const isInfo: Pick = ({ severity }) => severity === 'info';

function toAnswer(sums: ReadonlyMap<string, number>, by: string, seconds: number): Answer {
  return Array.from(sums, ([key, sum]) => ({ labels: { [by]: key }, value: sum / seconds }));
}

function toBuckets(counts: ReadonlyMap<string, number>) {
  return Array.from(counts, ([le, count]) => {
    return { bound: le === '+Inf' ? Infinity : Number(le), count };
  });
}
