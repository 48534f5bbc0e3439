import { array, assert, boolean, constantFrom, property, record, tuple } from 'fast-check';
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

const State = constantFrom('operational', 'degraded', 'partial_outage', 'major_outage', 'unknown');
const Ticks = array(record({ states: tuple(State, State, State), takesOver: boolean() }), {
  maxLength: 40,
});

test('whatever is measured: nothing ends while a service of it is red or unseen, what people lead keeps its status and services, every outage is in one incident, and it comes to rest', () => {
  assert(
    property(Ticks, (ticks) => {
      let incidents: Incident[] = [makeIncident({ services: ['mail'], takenOverAtMs: 1 })];
      let seen: SeenService[] = [];
      for (const [index, { states, takesOver }] of ticks.entries()) {
        const nowMs = (index + 1) * SLOT;
        seen = NAMES.map((name, at) => look(name, states[at] ?? 'unknown', { nowMs, seen }));
        const before = incidents;
        // A step at a time: one that joins, one that tells what is worse, and one that publishes.
        for (let step = 0; step < 3; step += 1) {
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
  const ended = after.filter(({ id, status }) => {
    return status === 'RESOLVED' && before.find((one) => one.id === id)?.status !== 'RESOLVED';
  });
  expect(
    ended.flatMap((incident) => colorsOf(incident, seen).filter((one) => one !== 'green')),
  ).toEqual([]);
  const led = before.filter(({ takenOverAtMs }) => takenOverAtMs !== null);
  const still = after.filter(({ id }) => led.some((one) => one.id === id));
  expect(still.map(withoutEvidence)).toEqual(led.map(withoutEvidence));
  const red = seen.filter((service) => colorOf(service) === 'red');
  expect(red.map((service) => countIncidents(service, after))).toEqual(red.map(() => 1));
}

function colorsOf({ evidence }: Incident, seen: SeenService[]) {
  const services = new Set(evidence.map(({ service }) => service));
  return seen.filter(({ serviceName }) => services.has(serviceName)).map(colorOf);
}

function withoutEvidence(incident: Incident) {
  return { ...incident, evidence: [] };
}

function countIncidents({ outage }: SeenService, incidents: Incident[]): number {
  return incidents
    .flatMap(({ evidence }) => evidence)
    .filter((one) => one.service === outage?.service && one.sinceMs === outage.sinceMs).length;
}

type Time = { nowMs: number; seen: readonly SeenService[] };

// An outage lasts until the service is seen well.
function look(serviceName: string, state: SeenService['state'], time: Time): SeenService {
  const last = time.seen.find((one) => one.serviceName === serviceName) ?? null;
  const sinceMs = last?.state === state ? last.sinceMs : time.nowMs;
  const isWell = state === 'operational' || state === 'degraded';
  const isRed = state === 'major_outage' || state === 'partial_outage';
  const fresh = isRed ? { service: serviceName, sinceMs: time.nowMs, state, rounds: [] } : null;
  const known = isWell ? null : (last?.outage ?? null);
  const outage = known && isRed ? { ...known, state } : (known ?? fresh);
  return { serviceName, displayName: serviceName, state, sinceMs, outage, isInWork: false };
}
