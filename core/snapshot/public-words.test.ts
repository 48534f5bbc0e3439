import { expect, test } from 'vitest';
import type { Incident } from '../incidents/incident.ts';
import type { MaintenanceWindow } from '../incidents/maintenance-window.ts';
import { makeIncident } from '../incidents/testing/make-incident.ts';
import type { TimelineEntry } from '../incidents/timeline.ts';
import { HistorySnapshot } from './history-snapshot.ts';
import { jsonBytes } from './json-bytes.ts';
import { publishWords } from './public-words.ts';

const NOW = Date.UTC(2026, 10, 24, 14);
const DAY = 86_400_000;

function entry(text: string, changes: Partial<TimelineEntry> = {}): TimelineEntry {
  return {
    id: text,
    kind: 'update',
    atMs: NOW,
    author: 'ada@example.com',
    status: 'INVESTIGATING',
    text,
    components: [{ service: 'redis', state: 'degraded' }],
    editedAtMs: null,
    retractedAtMs: null,
    ...changes,
  };
}

function stored(changes: Partial<Incident>, timeline = [entry('First'), entry('Second')]) {
  return { incident: makeIncident(changes), timeline };
}

function resolved(id: string, daysAgo: number) {
  const at = NOW - daysAgo * DAY;
  return stored({
    id,
    status: 'RESOLVED',
    startedAtMs: at - 600_000,
    detectedAtMs: at - 570_000,
    publishedAtMs: at - 300_000,
    resolvedAtMs: at,
  });
}

function work(id: string, startsInDays: number, changes: Partial<MaintenanceWindow> = {}) {
  const startsAtMs = NOW + startsInDays * DAY;
  return {
    id,
    revision: 1,
    title: id,
    text: 'Words',
    services: ['redis'],
    startsAtMs,
    endsAtMs: startsAtMs + 3_600_000,
    announcedAtMs: startsAtMs - DAY,
    startedAtMs: null,
    completedAtMs: null,
    cancelledAtMs: null,
    ...changes,
  };
}

const publish = (incidents: ReturnType<typeof stored>[], windows: MaintenanceWindow[] = []) =>
  publishWords({ revision: 7, incidents, windows }, NOW);

test('a draft, a note and an author are not published; updates are, the newest first', () => {
  const note = entry('For admins', { kind: 'note' });
  const { words, history } = publish([
    stored({ id: 'draft', publishedAtMs: null }),
    stored({ id: 'open' }, [entry('First'), note, entry('Second')]),
  ]);
  expect(words.incidents.map(({ id }) => id)).toEqual(['open']);
  expect(words.incidents[0]?.updates.map(({ text }) => text)).toEqual(['Second', 'First']);
  expect(JSON.stringify([words, history])).not.toMatch(/ada|For admins|draft/);
  expect(HistorySnapshot.parse(history)).toEqual(history);
});

test('a word that was taken back is a mark and says nothing', () => {
  const { words } = publish([stored({}, [entry('', { retractedAtMs: NOW, id: '1' })])]);
  expect(words.incidents[0]?.updates).toMatchObject([
    { text: '', components: [], retractedAt: new Date(NOW).toISOString() },
  ]);
});

test('the page has the newest eight of those that are over, with their last word, and counts all', () => {
  const { words, history } = publish(
    Array.from({ length: 12 }, (_, index) => resolved(`r${index}`, index)),
  );
  expect(words.history.map(({ id }) => id)).toEqual([
    'r0',
    'r1',
    'r2',
    'r3',
    'r4',
    'r5',
    'r6',
    'r7',
  ]);
  expect(words.history[0]?.updates.map(({ text }) => text)).toEqual(['Second']);
  expect([words.historyCount, history.incidents.length]).toEqual([12, 12]);
});

test('what was over 90 days ago is gone, and what is still open is not', () => {
  const old = stored({ id: 'open', startedAtMs: NOW - 200 * DAY });
  const { history } = publish([resolved('in', 89), resolved('out', 91), old]);
  expect(history.incidents.map(({ id }) => id)).toEqual(['in', 'open']);
});

test('the medians are of the public incidents', () => {
  const { history } = publish([resolved('a', 1), resolved('b', 2)]);
  expect(history.medians).toEqual({
    timeToKnowSec: 30,
    timeToPublishSec: 300,
    timeToResolveSec: 600,
  });
});

test('work is shown under way first, then the next; what is over or cancelled is history', () => {
  const { words, history } = publish(
    [],
    [
      work('later', 9),
      work('next', 2),
      work('now', 0, { startedAtMs: NOW }),
      work('done', -3, { startedAtMs: NOW - 3 * DAY, completedAtMs: NOW - 3 * DAY }),
      work('off', 3, { cancelledAtMs: NOW }),
      work('old', -120, { startedAtMs: 1, completedAtMs: NOW - 119 * DAY }),
    ],
  );
  expect(words.maintenance.map(({ id }) => id)).toEqual(['now', 'next', 'later']);
  expect(history.maintenance.map(({ id, state }) => [id, state])).toEqual([
    ['later', 'announced'],
    ['off', 'cancelled'],
    ['next', 'announced'],
    ['now', 'started'],
    ['done', 'completed'],
  ]);
});

test('200 incidents of 90 days with the longest texts stay within their bounds, and each keeps its last word', () => {
  const text = '😀'.repeat(2_000);
  const incidents = Array.from({ length: 200 }, (_, index) => {
    const timeline = Array.from({ length: 12 }, (_one, nr) => entry(`${nr} ${text}`));
    const times = index < 30 ? {} : { status: 'RESOLVED' as const, resolvedAtMs: NOW };
    return stored({ id: `i${index}`, title: text.slice(0, 240), ...times }, timeline);
  });
  const { words, history } = publish(
    incidents,
    Array.from({ length: 90 }, () => work(text, 1)),
  );
  expect(jsonBytes(words)).toBeLessThan(256 * 1024);
  expect(jsonBytes(history)).toBeLessThan(2 * 1024 * 1024);
  expect(history.incidents).toHaveLength(200);
  for (const { updates, omittedUpdates } of history.incidents) {
    expect(updates[0]?.text).toMatch(/^11 /);
    expect(updates.length + omittedUpdates).toBe(12);
  }
});

test('200 usual incidents lose nothing', () => {
  const sentence = 'We have found the cause and are rolling the change back; payments recover. ';
  const incidents = Array.from({ length: 200 }, (_, index) => {
    const timeline = Array.from({ length: 6 }, (_one, nr) => entry(`${nr} ${sentence.repeat(3)}`));
    return { ...resolved(`i${index}`, index % 90), timeline };
  });
  const { words, history } = publish(incidents);
  expect(history.incidents.every(({ omittedUpdates }) => omittedUpdates === 0)).toBe(true);
  expect(jsonBytes(history)).toBeLessThan(700 * 1024);
  expect(jsonBytes(words)).toBeLessThan(8 * 1024);
});
