import { beforeAll, expect, test } from 'vitest';
import { readExposition } from './read-exposition.ts';
import { seedRandom } from './seed-random.ts';
import { advanceTraffic } from './traffic.ts';
import { createWorld } from './world.ts';

const families: [name: string, type: string, ...labels: string[]][] = [
  ['http_request_duration_seconds', 'histogram', 'method', 'route', 'status_code'],
  ['http_requests_total', 'counter', 'method', 'route', 'status_code'],
  ['http_active_connections', 'gauge'],
  ['database_query_duration_seconds', 'histogram', 'operation', 'table'],
  ['database_connection_pool_size', 'gauge', 'state'],
  ['user_registrations_total', 'counter'],
  ['user_logins_total', 'counter'],
  ['api_errors_total', 'counter', 'type', 'route'],
  ['cache_hits_total', 'counter'],
  ['cache_misses_total', 'counter'],
  ['active_websocket_connections', 'gauge'],
  ['stripe_webhook_processing_seconds', 'histogram', 'event_type'],
  ['order_total_amount', 'histogram', 'currency'],
  ['active_cart_count', 'gauge'],
  ['product_view_total', 'counter', 'product_type', 'source'],
  ['redis_operations_total', 'counter', 'operation', 'status'],
  ['email_sent_total', 'counter', 'template', 'status'],
  ['ai_request_duration_seconds', 'histogram', 'operation'],
  ['health_check_status', 'gauge', 'service'],
  ['health_check_latency_ms', 'gauge', 'service'],
  ['redis_health_status', 'gauge'],
  ['metrics_scrape_age_seconds', 'gauge'],
  ['ktblog_instance_info', 'gauge', 'instance', 'version', 'commit'],
  ['process_cpu_user_seconds_total', 'counter'],
  ['process_cpu_system_seconds_total', 'counter'],
  ['process_cpu_seconds_total', 'counter'],
  ['process_start_time_seconds', 'gauge'],
  ['process_resident_memory_bytes', 'gauge'],
  ['nodejs_eventloop_lag_seconds', 'gauge'],
  ['nodejs_eventloop_lag_min_seconds', 'gauge'],
  ['nodejs_eventloop_lag_max_seconds', 'gauge'],
  ['nodejs_eventloop_lag_mean_seconds', 'gauge'],
  ['nodejs_eventloop_lag_stddev_seconds', 'gauge'],
  ['nodejs_eventloop_lag_p50_seconds', 'gauge'],
  ['nodejs_eventloop_lag_p90_seconds', 'gauge'],
  ['nodejs_eventloop_lag_p99_seconds', 'gauge'],
  ['nodejs_active_resources', 'gauge', 'type'],
  ['nodejs_active_resources_total', 'gauge'],
  ['nodejs_active_handles', 'gauge', 'type'],
  ['nodejs_active_handles_total', 'gauge'],
  ['nodejs_active_requests', 'gauge', 'type'],
  ['nodejs_active_requests_total', 'gauge'],
  ['nodejs_heap_size_total_bytes', 'gauge'],
  ['nodejs_heap_size_used_bytes', 'gauge'],
  ['nodejs_external_memory_bytes', 'gauge'],
  ['nodejs_heap_space_size_total_bytes', 'gauge', 'space'],
  ['nodejs_heap_space_size_used_bytes', 'gauge', 'space'],
  ['nodejs_heap_space_size_available_bytes', 'gauge', 'space'],
  ['nodejs_version_info', 'gauge', 'version', 'major', 'minor', 'patch'],
  ['nodejs_gc_duration_seconds', 'histogram', 'kind'],
];

// Shown by Linux alone.
const linuxFamilies = [
  'process_virtual_memory_bytes',
  'process_heap_bytes',
  'process_open_fds',
  'process_max_fds',
];

// A process that is seconds old may have collected no garbage and hold nothing open.
const mayBeEmpty = [
  'nodejs_active_requests',
  'nodejs_active_handles',
  'nodejs_gc_duration_seconds',
];

let exposition: string;

beforeAll(async () => {
  const world = createWorld({ token: '', random: seedRandom(3), now: () => 1_795_000_000_000 });
  world.sim = { ...world.sim, rps: 100, errorRate: 0.05 };
  for (let second = 0; second < 60; second += 1) advanceTraffic(world, 1000);
  const [instance] = world.instances;
  if (instance === undefined) throw new Error('Cannot scrape: no instance');
  exposition = await readExposition(world, instance);
});

test.each(families)('%s is a %s with the labels of the real one', (name, type, ...labels) => {
  expect(exposition).toContain(`# TYPE ${name} ${type}\n`);
  const samples = findLabels(name, type);
  expect(samples.length > 0 || mayBeEmpty.includes(name)).toBe(true);
  for (const found of samples) expect(found).toEqual(labels.toSorted());
});

test('nothing is shown that the real one does not show', () => {
  const shown = [...exposition.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
  const known = new Set([...families.map(([name]) => name), ...linuxFamilies]);
  expect(shown.filter((name) => name === undefined || !known.has(name))).toEqual([]);
});

/** The label names of each sample, sorted and without `le`. */
function findLabels(name: string, type: string): string[][] {
  const sampleName = type === 'histogram' ? `${name}_count` : name;
  const lines = exposition.split('\n').filter((line) => /^[^{ ]+/.exec(line)?.[0] === sampleName);
  return lines.map((line) =>
    [...line.matchAll(/[{,](\w+)="/g)].map((match) => match[1] ?? '').toSorted(),
  );
}
