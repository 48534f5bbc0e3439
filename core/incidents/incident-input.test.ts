import { expect, test } from 'vitest';
import {
  NewIncidentInput,
  PostmortemInput,
  ReasonInput,
  ResolveInput,
  UpdateInput,
  WindowInput,
  WordInput,
} from './incident-input.ts';

const incident = {
  title: 'Payments fail',
  description: 'Cards are refused.',
  severity: 'P2',
  servicesAffected: ['stripe-api', 'stripe-api', 'api-server'],
};
const work = {
  title: 'Upgrade',
  text: 'Words',
  services: ['redis'],
  startsAt: '2026-11-24T14:00:00+01:00',
  endsAt: '2026-11-24T14:00:00Z',
};

test('what is left out has a default, and services are named once', () => {
  expect(NewIncidentInput.parse(incident)).toEqual({
    ...incident,
    servicesAffected: ['stripe-api', 'api-server'],
    isDraft: false,
  });
  expect(UpdateInput.parse({ update: ' Word ' })).toEqual({
    update: 'Word',
    status: null,
    components: [],
    nextUpdateBy: null,
  });
  expect(ResolveInput.parse({})).toEqual({ update: 'Resolved.' });
  expect(WindowInput.parse(work)).toMatchObject({
    startsAt: Date.UTC(2026, 10, 24, 13),
    endsAt: Date.UTC(2026, 10, 24, 14),
  });
});

test.each([
  [NewIncidentInput, incident, { title: '' }],
  [NewIncidentInput, incident, { title: 'a'.repeat(121) }],
  [NewIncidentInput, incident, { description: 'a'.repeat(2_001) }],
  [NewIncidentInput, incident, { severity: 'P5' }],
  [NewIncidentInput, incident, { servicesAffected: ['<script>'] }],
  [NewIncidentInput, incident, { servicesAffected: Array.from({ length: 31 }, String) }],
  [NewIncidentInput, incident, { startedAt: 'yesterday' }],
  [NewIncidentInput, incident, { status: 'RESOLVED' }],
  [UpdateInput, { update: 'a' }, { status: 'OPEN' }],
  [UpdateInput, { update: 'a' }, { components: [{ service: 'redis', state: 'fine' }] }],
  [
    UpdateInput,
    { update: 'a' },
    { components: ['degraded', 'operational'].map((state) => ({ service: 'redis', state })) },
  ],
  [WordInput, {}, { update: '\u0000' }],
  [ReasonInput, {}, {}],
  [PostmortemInput, {}, { postmortemUrl: 'http://wiki.example' }],
  [WindowInput, work, { services: [] }],
  [WindowInput, work, { endsAt: work.startsAt }],
  [WindowInput, work, { endsAt: '2026-12-24T14:00:00Z' }],
])('%# is refused', (schema, good, change) => {
  expect(schema.safeParse({ ...good, ...change }).success).toBe(false);
});
