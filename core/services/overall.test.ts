import { expect, test } from 'vitest';
import { overallStatus } from './overall.ts';
import type { ServiceStatus } from './status.ts';

test.each<[ServiceStatus[], ServiceStatus]>([
  [[], 'UNKNOWN'],
  [['UP', 'UP'], 'UP'],
  [['UP', 'UNKNOWN'], 'UNKNOWN'],
  [['UP', 'DEGRADED', 'UNKNOWN'], 'DEGRADED'],
  [['UNKNOWN', 'DOWN', 'DEGRADED'], 'DOWN'],
])('overall of %j is %s', (statuses, expected) => {
  expect(overallStatus(statuses)).toBe(expected);
});
