import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const STATUSES = ['200', '404', '500'];
/** For each route, so many tables. */
const TABLES = 120;

/**
 * What a KTBlog process answers on /metrics when it has served so many routes and touched so many tables that the answer
 * is as large as `bytes`: written by prom-client, its default metrics and the families of the default rules among them.
 */
export async function makeExposition(bytes: number): Promise<string> {
  const tables = 10 * TABLES;
  const { length } = await fillRegistry(tables).metrics();
  return fillRegistry(Math.round((tables * bytes) / length)).metrics();
}

function fillRegistry(tables: number): Registry {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  recordRequests(registers, Math.ceil(tables / TABLES));
  const queries = new Histogram({
    name: 'database_query_duration_seconds',
    help: 'Duration of database queries in seconds',
    labelNames: ['operation', 'table', 'pool', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    registers,
  });
  const rows = new Counter({
    name: 'database_rows_total',
    help: 'Rows that queries gave',
    labelNames: ['operation', 'table'],
    registers,
  });
  for (let table = 0; table < tables; table += 1) {
    const labels = { operation: 'select', table: `tenant_${table}_orders` };
    queries.observe({ ...labels, pool: 'primary', status: 'ok' }, (table % 977) / 311);
    rows.inc(labels, table * 37);
  }
  return registry;
}

function recordRequests(registers: Registry[], routes: number) {
  const labelNames = ['method', 'route', 'status_code'];
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests',
    labelNames,
    registers,
  });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of HTTP requests in seconds',
    labelNames,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const errors = new Counter({
    name: 'api_errors_total',
    help: 'Errors',
    labelNames: ['type', 'route'],
    registers,
  });
  for (let route = 0; route < routes; route += 1) {
    errors.inc({ type: 'HttpException', route: `/api/v1/products/${route}` }, route);
    for (const status_code of STATUSES) {
      const labels = { method: 'GET', route: `/api/v1/products/${route}`, status_code };
      requests.inc(labels, route * 1000);
      durations.observe(labels, route / 13);
    }
  }
  const connections = { name: 'http_active_connections', help: 'Connections', registers };
  new Gauge(connections).set(12);
}
