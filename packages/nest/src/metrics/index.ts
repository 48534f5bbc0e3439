// The entry '@pharos/nest/metrics': imports nothing of Nest.
export { KtMetrics } from './kt-metrics.ts';
export type { CallStatus, InstanceInfo, ServiceReading } from './kt-metrics.ts';
