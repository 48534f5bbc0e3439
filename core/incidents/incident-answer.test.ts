import { expect, test } from 'vitest';
import { toIncidentAnswer } from './incident-answer.ts';
import { makeIncident } from './testing/make-incident.ts';

test('admins read all of an incident: who wrote what, what only they may know, and how long it took', () => {
  const note = {
    id: '2',
    kind: 'note' as const,
    atMs: Date.UTC(2026, 10, 24, 14, 6),
    author: null,
    status: 'INVESTIGATING' as const,
    text: 'Our checks see it too',
    components: [],
    editedAtMs: null,
    retractedAtMs: null,
  };
  expect(toIncidentAnswer(makeIncident(), [note])).toMatchObject({
    servicesAffected: ['stripe-api'],
    isDraft: false,
    isTakenOver: false,
    startedAt: '2026-11-24T14:00:00.000Z',
    resolvedAt: null,
    timeToKnowSec: 60,
    timeToPublishSec: 300,
    timeline: [{ kind: 'note', timestamp: '2026-11-24T14:06:00.000Z', author: null }],
  });
  expect(toIncidentAnswer(makeIncident({ publishedAtMs: null }), [])).toMatchObject({
    isDraft: true,
    timeToPublishSec: null,
  });
});
