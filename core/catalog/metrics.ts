/** What of the origin's metrics is read, by family: all else of a scrape is passed over. */
export const metrics = {
  /** The default rules need these; they are kept first. */
  rules: [
    'http_requests_total',
    'api_errors_total',
    'http_request_duration_seconds',
    'nodejs_heap_size_used_bytes',
  ],
  /** The charts of the last hour need these too. */
  charts: ['http_active_connections', 'process_resident_memory_bytes'],
  /** The series whose label `instance` names the process that answered, and the one that says since when it runs. */
  instanceInfo: 'ktblog_instance_info',
  startTime: 'process_start_time_seconds',
  /** Services whose health has a series of its own beside `health_check_status{service}`. */
  healthSeries: new Map([['redis', 'redis_health_status']]),
};
