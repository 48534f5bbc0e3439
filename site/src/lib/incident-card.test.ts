import { expect, test } from 'vitest';
import { toIncidentCard } from './incident-card.ts';
import { incident } from './incident.fixture.ts';
import { generatedMs, service } from './snapshot.fixture.ts';

const page = { services: [service('API server')], nowMs: generatedMs };

test('services go by the names that visitors know, and one that is gone keeps its own', () => {
  const { services } = toIncidentCard(incident({ services: ['api-server', 'old-cache'] }), page);
  expect(services).toBe('API server, old-cache');
});

test.each([
  ['P1', 'P1 critical', 'down'],
  ['P2', 'P2 major', 'partial'],
  ['P3', 'P3 minor', 'degraded'],
  ['P4', 'P4 low', 'unknown'],
] as const)('%s reads "%s" and looks like %s', (severity, words, look) => {
  const card = toIncidentCard(incident({ severity }), page);
  expect([card.severity, card.look]).toEqual([words, look]);
});

test.each([
  [null, null],
  ['2026-11-24T14:40:00Z', 'Next update by 14:40'],
  ['2026-11-24T14:20:00Z', 'The next update was due by 14:20'],
  ['2026-11-25T09:00:00Z', 'Next update by 25 Nov, 09:00'],
])('an update promised for %s reads "%s" at 14:25', (nextUpdateBy, expected) => {
  const { next } = toIncidentCard(incident({ nextUpdateBy }), page);
  expect(next && `${next.lead} ${next.at.words}`).toBe(expected);
});
