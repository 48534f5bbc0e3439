import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideIncidents } from './decide-incidents.ts';
import type { Incident } from './incident.ts';
import { colorOf, type SeenService } from './seen-service.ts';
import { applyChange } from './testing/apply-change.ts';
import { makeIncident } from './testing/make-incident.ts';

const SLOT = 30_000;
const NAMES = ['api', 'db', 'mail'];
const policy = {
  groups: [['api', 'db']],
  critical: ['api'],
  publication: { P1: 'draft', P2: 'publish', P3: 'draft', P4: 'draft' },
  publishAfterMs: 3 * SLOT,
  resolveAfterMs: 3 * SLOT,
} as const;

const State = fc.constantFrom('operational', 'degraded', 'major_outage', 'unknown');
const Ticks = fc.array(
  fc.record({ states: fc.tuple(State, State, State), takesOver: fc.boolean() }),
  {
    maxLength: 40,
  },
);

test('whatever is measured: nothing ends while a service of it is red or unseen, what people lead keeps its status and services, every outage is in one incident, and it comes to rest', () => {
  fc.assert(
    fc.property(Ticks, (ticks) => {
      let incidents: Incident[] = [makeIncident({ services: ['mail'], takenOverAtMs: 1 })];
      let seen: SeenService[] = [];
      for (const [index, { states, takesOver }] of ticks.entries()) {
        const nowMs = (index + 1) * SLOT;
        seen = NAMES.map((name, at) => look(name, states[at] ?? 'unknown', { nowMs, seen }));
        const before = incidents;
        // A step at a time: one that joins, and one that publishes.
        for (let step = 0; step < 2; step += 1) {
          const changes = decideIncidents({ seen, incidents, policy, nowMs });
          for (const change of changes) incidents = applyChange(incidents, change, nowMs);
        }
        expect(decideIncidents({ seen, incidents, policy, nowMs })).toEqual([]);
        check(before, incidents, seen);
        if (takesOver) incidents = incidents.map((one) => ({ ...one, takenOverAtMs: nowMs }));
      }
    }),
    { numRuns: 300 },
  );
});

function check(before: Incident[], after: Incident[], seen: SeenService[]) {
  for (const incident of after) {
    const earlier = before.find(({ id }) => id === incident.id);
    const services = new Set(incident.evidence.map(({ service }) => service));
    const colors = seen.filter(({ serviceName }) => services.has(serviceName)).map(colorOf);
    const hasEnded = incident.status === 'RESOLVED' && earlier?.status !== 'RESOLVED';
    if (hasEnded) expect(colors.every((color) => color === 'green')).toBe(true);
    if (earlier && earlier.takenOverAtMs !== null) {
      const { evidence: _after, ...now } = incident;
      const { evidence: _before, ...then } = earlier;
      expect(now).toEqual(then);
    }
  }
  for (const service of seen.filter((one) => colorOf(one) === 'red')) {
    const { sinceMs } = service.outage ?? { sinceMs: -1 };
    const about = after.flatMap(({ evidence }) =>
      evidence.filter((one) => one.service === service.serviceName && one.sinceMs === sinceMs),
    );
    expect(about).toHaveLength(1);
  }
}

type Time = { nowMs: number; seen: readonly SeenService[] };

// An outage lasts until the service is seen well.
function look(serviceName: string, state: SeenService['state'], time: Time): SeenService {
  const last = time.seen.find((one) => one.serviceName === serviceName) ?? null;
  const sinceMs = last?.state === state ? last.sinceMs : time.nowMs;
  const isWell = state === 'operational' || state === 'degraded';
  const begins = state === 'major_outage';
  const fresh = begins ? { service: serviceName, sinceMs: time.nowMs, state, rounds: [] } : null;
  const outage = isWell ? null : (last?.outage ?? fresh);
  return { serviceName, displayName: serviceName, state, sinceMs, outage, isInWork: false };
}
