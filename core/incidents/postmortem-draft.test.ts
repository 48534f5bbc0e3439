import { expect, test } from 'vitest';
import { draftPostmortem } from './postmortem-draft.ts';
import { makeIncident } from './testing/make-incident.ts';
import type { TimelineEntry } from './timeline.ts';

const entry: TimelineEntry = {
  id: '1',
  kind: 'update',
  atMs: Date.UTC(2026, 10, 24, 14, 5),
  author: 'ada',
  status: 'IDENTIFIED',
  text: 'A key\nran out.',
  components: [],
  editedAtMs: null,
  retractedAtMs: null,
};

test('a draft says what is on record and leaves open what only people know', () => {
  const incident = makeIncident({
    evidence: [
      {
        service: 'stripe-api',
        sinceMs: Date.UTC(2026, 10, 24, 14),
        state: 'major_outage',
        rounds: [{ result: 'down', firstMs: Date.UTC(2026, 10, 24, 14), count: 2 }],
      },
    ],
  });
  const retracted = { ...entry, id: '2', text: 'Wrong', retractedAtMs: 1 };
  const draft = draftPostmortem(incident, [entry, retracted]);
  expect(draft).toContain('Detected: 2026-11-24 14:01:00 (after 60 s)');
  expect(draft).toContain('First public word: 2026-11-24 14:05:00 (after 300 s)');
  expect(draft).toContain('Resolved: not recorded');
  expect(draft).toContain('stripe-api: major outage since 2026-11-24 14:00:00 (2 × down)');
  expect(draft).toContain('2026-11-24 14:05:00 IDENTIFIED (ada): A key ran out.');
  expect(draft).not.toContain('Wrong');
  expect(draft).toMatch(/Causes\n…/);
});
