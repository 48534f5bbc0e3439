import { describe, expect, test } from 'vitest';
import { decideIncidents } from './decide-incidents.ts';
import type { IncidentPolicy } from './incident-policy.ts';
import type { Incident } from './incident.ts';
import type { SeenService } from './seen-service.ts';
import { applyChange } from './testing/apply-change.ts';
import { makeIncident } from './testing/make-incident.ts';

const NOW = Date.UTC(2026, 10, 24, 14, 10);
const MINUTE = 60_000;
const SINCE = NOW - 2 * MINUTE;

const policy: IncidentPolicy = {
  groups: [['api', 'db']],
  critical: ['api'],
  publication: { P1: 'draft', P2: 'draft', P3: 'draft', P4: 'draft' },
  publishAfterMs: 5 * MINUTE,
  resolveAfterMs: 5 * MINUTE,
};

function see(
  serviceName: string,
  state: SeenService['state'],
  changes: Partial<SeenService> = {},
): SeenService {
  const isRed = state === 'major_outage' || state === 'partial_outage';
  const outage = isRed ? { service: serviceName, sinceMs: SINCE, state, rounds: [] } : null;
  const displayName = serviceName.toUpperCase();
  return { serviceName, displayName, state, sinceMs: SINCE, outage, isInWork: false, ...changes };
}

const down = (name: string) => see(name, 'major_outage');
const up = (name: string) => see(name, 'operational');

/** An incident as the monitor opened it. */
function led(changes: Partial<Incident> = {}): Incident {
  const service = changes.services?.[0] ?? 'mail';
  const evidence = [{ service, sinceMs: SINCE, state: 'major_outage' as const, rounds: [] }];
  return makeIncident({ origin: 'monitor', services: [service], evidence, ...changes });
}

function decide(seen: SeenService[], incidents: Incident[] = [], changes = {}) {
  return decideIncidents({ seen, incidents, policy, nowMs: NOW, ...changes });
}

describe('an outage', () => {
  test('opens a draft with its evidence, which publishes itself later', () => {
    expect(decide([down('mail'), up('api')])).toEqual([
      {
        kind: 'open',
        key: `outage:mail@${SINCE}`,
        incident: {
          title: 'MAIL down',
          description:
            'Our checks from outside see: MAIL down since 14:08 UTC. Written by our monitor.',
          severity: 'P2',
          status: 'INVESTIGATING',
          services: ['mail'],
          evidence: [{ service: 'mail', sinceMs: SINCE, state: 'major_outage', rounds: [] }],
          startedAtMs: SINCE,
          publishedAtMs: null,
          publishByMs: NOW + 5 * MINUTE,
        },
        row: expect.objectContaining({
          kind: 'update',
          components: [{ service: 'mail', state: 'major_outage' }],
        }),
      },
    ]);
  });

  test.each([
    [[down('api')], ['P1']],
    [[down('db')], ['P2']],
    [[see('api', 'partial_outage')], ['P3']],
    [[see('api', 'degraded')], []],
    [[see('api', 'unknown')], []],
    [[down('api'), down('db')], ['P1']],
    [
      [down('mail'), down('db')],
      ['P2', 'P2'],
    ],
    [[see('api', 'major_outage', { isInWork: true })], []],
  ])('%# opens what its services and their weight say', (seen, severities) => {
    const opened = decide(seen).map((one) => (one.kind === 'open' ? one.incident.severity : one));
    expect(opened).toEqual(severities);
  });

  test('is public at once where the policy says so', () => {
    const publication = { ...policy.publication, P2: 'publish' as const };
    expect(decide([down('mail')], [], { policy: { ...policy, publication } })).toMatchObject([
      { incident: { publishedAtMs: NOW, publishByMs: null } },
    ]);
  });

  test('of a related service joins the open incident', () => {
    expect(decide([down('api'), down('db')], [led({ services: ['api'] })])).toMatchObject([
      { kind: 'join', incident: { services: ['api', 'db'], evidence: [{}, { service: 'db' }] } },
    ]);
  });

  test('that is graver makes the incident graver, and names it anew', () => {
    const incident = led({ services: ['db'], severity: 'P2', title: 'DB down' });
    expect(decide([down('db'), down('api')], [incident])).toMatchObject([
      { kind: 'join', incident: { severity: 'P1', title: 'DB and API down' } },
    ]);
  });

  test('that is less grave leaves the severity as it is', () => {
    const incident = led({ services: ['api'], severity: 'P1' });
    const partly = see('db', 'partial_outage');
    expect(decide([down('api'), partly], [incident])).toMatchObject([
      { kind: 'join', incident: { severity: 'P1' } },
    ]);
  });

  test('of a part that becomes one of the whole is told, once', () => {
    const evidence = [
      { service: 'mail', sinceMs: SINCE, state: 'partial_outage' as const, rounds: [] },
    ];
    const incident = led({ evidence, severity: 'P3' });
    const changes = decide([down('mail')], [incident]);
    expect(changes).toMatchObject([
      {
        kind: 'worsen',
        incident: { severity: 'P2', title: 'MAIL down', evidence: [{ state: 'major_outage' }] },
        row: { kind: 'update', components: [{ service: 'mail', state: 'major_outage' }] },
      },
    ]);
    const after = changes.reduce((all, change) => applyChange(all, change, NOW), [incident]);
    expect(decide([down('mail')], after)).toEqual([]);
  });

  test.each<[string, Incident]>([
    ['is already evidence', led()],
    [
      'a person has closed',
      led({ status: 'RESOLVED', resolvedAtMs: NOW - MINUTE, takenOverAtMs: NOW - MINUTE }),
    ],
  ])('that %s opens nothing', (_why, incident) => {
    expect(decide([down('mail')], [incident])).toEqual([]);
  });

  test('that a person speaks of already is noted there, and changes no word of theirs', () => {
    const incident = makeIncident({ services: ['mail'], status: 'MONITORING' });
    expect(decide([down('mail')], [incident])).toMatchObject([
      {
        kind: 'join',
        incident: { status: 'MONITORING', services: ['mail'], evidence: [{ service: 'mail' }] },
        row: { kind: 'note' },
      },
    ]);
  });
});

describe('an incident that the monitor leads', () => {
  const draft = led({ publishedAtMs: null, publishByMs: NOW });
  const watched = led({ status: 'MONITORING', mitigatedAtMs: NOW - 5 * MINUTE });

  test.each<[string, Incident, SeenService, string[]]>([
    ['a draft that nobody decided on is published', draft, down('mail'), ['publish']],
    ['a draft has its time', { ...draft, publishByMs: NOW + 1 }, down('mail'), []],
    ['a draft that was held stays one', { ...draft, publishByMs: null }, down('mail'), []],
    ['a draft whose service nobody can see is not published', draft, see('mail', 'unknown'), []],
    ['a draft whose service is well again is not published', draft, up('mail'), ['recover']],
    ['recovery leads to monitoring', led(), up('mail'), ['recover']],
    ['slow is recovered', led(), see('mail', 'degraded'), ['recover']],
    ['not seen is not recovered', led(), see('mail', 'unknown'), []],
    ['what stays well for its time is resolved', watched, up('mail'), ['resolve']],
    [
      'what is well a moment less is watched on',
      { ...watched, mitigatedAtMs: NOW - 5 * MINUTE + 1 },
      up('mail'),
      [],
    ],
    ['what fails again is no longer watched', watched, down('mail'), ['relapse']],
    ['not seen is not resolved', watched, see('mail', 'unknown'), []],
    ['a service that is not checked any more resolves nothing', watched, up('api'), []],
    ['one that a person has taken over is theirs', { ...led(), takenOverAtMs: 1 }, up('mail'), []],
  ])('%s', (_rule, incident, service, kinds) => {
    expect(decide([service], [incident]).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('is well when all of its services are', () => {
    const evidence = ['api', 'db'].map((service) => ({
      service,
      sinceMs: SINCE,
      state: 'major_outage' as const,
      rounds: [],
    }));
    const incident = led({ services: ['api', 'db'], evidence });
    expect(decide([up('api'), down('db')], [incident])).toEqual([]);
    expect(decide([up('api'), up('db')], [incident])).toMatchObject([{ kind: 'recover' }]);
  });
});

test('the whole way: draft, published, recovered, failed again, recovered, resolved; asked twice it does nothing', () => {
  let incidents: Incident[] = [];
  const kinds: string[] = [];
  const tick = (minute: number, service: SeenService) => {
    const nowMs = NOW + minute * MINUTE;
    const changes = decide([service], incidents, { nowMs });
    for (const change of changes) incidents = applyChange(incidents, change, nowMs);
    kinds.push(...changes.map(({ kind }) => kind));
    expect(decide([service], incidents, { nowMs })).toEqual([]);
  };
  const again = { service: 'mail', sinceMs: NOW + 8 * MINUTE, state: 'major_outage', rounds: [] };
  for (const minute of [0, 4, 5, 6]) tick(minute, down('mail'));
  tick(7, see('mail', 'operational', { sinceMs: NOW + 7 * MINUTE }));
  tick(8, { ...down('mail'), outage: { ...again, state: 'major_outage' } });
  for (const minute of [9, 13, 14, 15]) {
    tick(minute, see('mail', 'operational', { sinceMs: NOW + 9 * MINUTE }));
  }
  expect(kinds).toEqual(['open', 'publish', 'recover', 'join', 'recover', 'resolve']);
  expect(incidents).toMatchObject([{ status: 'RESOLVED', publishedAtMs: NOW + 5 * MINUTE }]);
});
