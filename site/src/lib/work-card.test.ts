import { expect, test } from 'vitest';
import { maintenance } from './incident.fixture.ts';
import { generatedMs, service } from './snapshot.fixture.ts';
import { toCurrentWork, toPlannedWork } from './work-card.ts';

const services = [service('Redis cache')];

test.each([
  ['14:25', 25, '35 min left'],
  ['14:00', 0, '60 min left'],
  ['15:12', 60, '12 min over its time'],
])('at %s work from 14:00 to 15:00 has used %i min: %s', (clock, used, progress) => {
  const nowMs = Date.parse(`2026-11-24T${clock}:30Z`);
  expect(toCurrentWork(maintenance(), { services, nowMs })).toMatchObject({
    used,
    given: 60,
    progress,
    services: 'Redis cache',
    announced: '17 Nov',
  });
});

test('planned work tells its day', () => {
  const planned = maintenance({ isUnderWay: false });
  expect(toPlannedWork(planned, { services, nowMs: generatedMs }).when).toBe(
    'Tue 24 Nov, 14:00 – 15:00 UTC',
  );
});
